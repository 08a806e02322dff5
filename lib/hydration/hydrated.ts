/** `_app` dispatches it on `window` when React has taken over a page. */
export const HYDRATED = 'hydrated';
