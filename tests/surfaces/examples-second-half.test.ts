import { examplesThroughEveryDoor } from './examples.ts';

examplesThroughEveryDoor('second');
