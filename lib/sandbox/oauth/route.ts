import type { Handler } from '../http';

export const handle: Handler = () => null;
