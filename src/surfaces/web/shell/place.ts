// Where the person is, for the top line: set by the app once it knows, read by the shell. Undefined words are simply not shown.
import { createContext, useContext } from 'react';

export interface Place {
  readonly workspace?: string | undefined;
  readonly product?: string | undefined;
}

export const PlaceContext = createContext<Place>({});

export function usePlace(): Place {
  return useContext(PlaceContext);
}
