// Where a model that was trained before is found, apart from the model and its data so that naming the place costs nothing.
import type { PackedModel } from './packed-model.ts';

/** Whoever wires the program may name a way to a packed model. It is asked once, when the model is first needed; undefined means none is there. */
export const packedSource: { read: () => PackedModel | undefined } = { read: () => undefined };
