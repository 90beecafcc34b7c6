// Starts the app in the browser: styles, data cache, router. The one file that touches the page's root element.
// First, so that its list of layers comes before any stylesheet of a part: the order in which layers are first named is their rank.
import './styles/index.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { WorkspacePlace } from './pages/start/WorkspacePlace.tsx';
import { router } from './shell/router.tsx';

const queries = new QueryClient({ defaultOptions: { queries: { staleTime: 30_000, retry: 1, refetchOnWindowFocus: true } } });
const element = document.getElementById('root');
if (element === null) throw new Error('index.html has no element with the id root');

createRoot(element).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <WorkspacePlace><RouterProvider router={router} /></WorkspacePlace>
    </QueryClientProvider>
  </StrictMode>,
);
