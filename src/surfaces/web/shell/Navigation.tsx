// Words on one column; the pages of the thread hang on it. Shows only pages that exist.
import { Link, useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Key } from '../ui/Key.tsx';
import { useKeyPreferences } from '../ui/keyboard/use-commands.ts';
import { pages } from '../pages.ts';
import { Brand } from './Brand.tsx';
import { currentPage } from './current-page.ts';
import { navigationOf } from './page.ts';

export function Navigation(): ReactNode {
  const path = useRouterState({ select: (state) => state.location.pathname });
  const here = currentPage(pages, path);
  const { single } = useKeyPreferences();
  const parts = navigationOf(pages);
  return (
    <nav className="nav" aria-label="Screens">
      <Link className="brand" to="/"><Brand />Throughline</Link>
      {parts.map((part) => (
        <ul key={part.group} className={part.group === 'thread' ? 'thread' : undefined}>
          {part.pages.map((page) => (
            <li key={page.path}>
              <Link to={page.path} aria-current={here === page.path ? 'page' : undefined}>
                <i className="station" />{page.title}{single && page.letter !== undefined && <span className="letter" aria-hidden="true">{page.letter}</span>}
              </Link>
            </li>
          ))}
        </ul>
      ))}
      {single && parts.some((part) => part.pages.some((page) => page.letter !== undefined)) && <p className="nav-foot" aria-hidden="true">Go with <Key keys="g" /> then the letter</p>}
    </nav>
  );
}
