// Runs before the first paint, as a script of its own: sets the stored theme, so that a dark room never sees a white flash.
// Stands alone: it may import nothing.
{
  let stored: string | null = null;
  try { stored = localStorage.getItem('throughline.theme'); } catch { /* Storage may be denied; the system's choice then holds. */ }
  if (stored === 'light' || stored === 'dark') document.documentElement.dataset['theme'] = stored;
}
