/** The head of a list: what kind it is, its name, what is said about it, how much there is. */
import type { ReactNode } from 'react';
import styles from './list-header.module.css';

export interface ListHeaderProps {
  /** `Tag`, `Series` … above the name. */
  kind?: string | null;
  title: string;
  description?: string | null;
  /** How many posts, in words. */
  count?: string | null;
  /** A mark beside the name: a tag's dot, an author's picture. */
  mark?: ReactNode;
  children?: ReactNode;
}

export function ListHeader(props: ListHeaderProps) {
  const { kind, title, description, count, mark, children } = props;
  return (
    <header className={styles.header}>
      {kind && <p className={styles.kind}>{kind}</p>}
      <h1 className={styles.title}>
        {mark}
        <span className="p-name">{title}</span>
      </h1>
      {description && <p className={`p-summary ${styles.description}`}>{description}</p>}
      {count && <p className={styles.count}>{count}</p>}
      {children}
    </header>
  );
}
