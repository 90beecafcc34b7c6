// A typed line read back as it is understood, piece by piece, while it is typed; and what it still lacks.
import type { ReactNode } from 'react';
import './parts.css';

export function ReadBack({ pieces, lacks, empty }: { readonly pieces: readonly { readonly name: string; readonly says: string }[]; readonly lacks: string | undefined; /** Shown while nothing is typed. */ readonly empty: ReactNode | undefined }): ReactNode {
  return (
    <div className="read-back" role="status">
      {empty !== undefined ? <p className="read-back-empty">{empty}</p> : (
        <>
          <dl>{pieces.map(({ name, says }) => <div key={name}><dt>{name}</dt><dd>{says}</dd></div>)}</dl>
          {lacks !== undefined && <p className="read-back-lacks">{lacks}</p>}
        </>
      )}
    </div>
  );
}
