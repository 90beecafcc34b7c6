// Who may do what: four roles, from the most to the least trusted. Knows no operation by name.

export const ROLES = ['owner', 'pm', 'teammate', 'viewer'] as const;
export type Role = (typeof ROLES)[number];

/** Role sets an operation declares. `readers` is everybody in the workspace. */
export const readers: readonly Role[] = [...ROLES];
export const managers: readonly Role[] = ['owner', 'pm'];
export const owners: readonly Role[] = ['owner'];

/** True when one of the allowed roles is the caller's. */
export function mayAct(role: Role, allowed: readonly Role[]): boolean {
  return allowed.includes(role);
}
