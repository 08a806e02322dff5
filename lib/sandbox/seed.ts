/** The sample posts of the demo. */
import type { Store } from './store';

export function seedBlog(_store: Store): void {}
