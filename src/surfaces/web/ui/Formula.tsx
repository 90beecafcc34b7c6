// A formula with its values put in, read aloud as a sentence: "7.0 plus 4.8, divided by 138.4, is 8.5%".
import type { ReactNode } from 'react';

/** `top` and `bottom` make a fraction; `top` alone stands as it is. `result` is what it comes to. */
export function Formula({ top, bottom, result }: { readonly top: ReactNode; readonly bottom?: ReactNode; readonly result: ReactNode }): ReactNode {
  return (
    <p className="formula">
      {bottom === undefined ? <span>{top}</span> : <span className="fraction"><span>{top}</span><span><span className="hidden-words">divided by </span>{bottom}</span></span>} = <b>{result}</b>
    </p>
  );
}
