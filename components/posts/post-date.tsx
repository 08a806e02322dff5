/** A day as `<time>`; machines read the exact moment, people their language's way to write a day. */
import { formatDate } from '../../lib/i18n';
import { useSite } from '../site-context';

export interface PostDateProps {
  /** ISO 8601. */
  time: string;
  style?: 'long' | 'medium' | 'day';
  className?: string;
}

export function PostDate({ time, style = 'long', className }: PostDateProps) {
  const { locale } = useSite();
  return (
    <time dateTime={time} className={className} suppressHydrationWarning>
      {formatDate(time, locale, style)}
    </time>
  );
}
