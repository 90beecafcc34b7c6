import { examplesThroughEveryDoor } from './examples.ts';

examplesThroughEveryDoor('first');
