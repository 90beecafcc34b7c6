// The design system, live.
import type { ReactNode } from 'react';
export function DesignPage(): ReactNode { return <h1>Design</h1>; }
