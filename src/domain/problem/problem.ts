// A problem as a plain record between goal and backlog: who, what they try to do, what hurts, how often, how many.
// It knows no evidence yet, and does not judge whether the problem is worth solving.

export interface ProblemFields {
  readonly title: string;
  readonly who?: string | undefined;
  readonly tryingTo?: string | undefined;
  readonly hurts?: string | undefined;
  readonly howOften?: string | undefined;
  readonly howMany?: string | undefined;
  /** Id of the goal it leads to. */
  readonly goal?: string | undefined;
}

export interface Problem extends ProblemFields {
  readonly state: 'open' | 'closed';
  readonly closedReason?: string | undefined;
}

/** A new, open problem. It leads to the goal it names, else to the active one, else to none yet. */
export function addProblem(fields: ProblemFields, activeGoal: string | undefined): Problem {
  return { ...fields, goal: fields.goal ?? activeGoal, state: 'open' };
}

/** A field left out stays as it was; a closed problem may still be reworded. */
export function changeProblem(problem: Problem, change: Partial<ProblemFields>): Problem {
  return { ...problem, ...Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) };
}

/** Nothing new can lead to a closed problem; what led to it stays. Closing it again replaces the reason. */
export function closeProblem(problem: Problem, reason: string | undefined): Problem {
  return { ...problem, state: 'closed', closedReason: reason?.trim() || undefined };
}

export function reopenProblem(problem: Problem): Problem {
  const { closedReason: _, ...rest } = problem;
  return { ...rest, state: 'open' };
}
