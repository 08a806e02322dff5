import type { GetStaticProps } from 'next';
import { livePage } from '../components/live-page';
import { HomeView } from '../components/views/home-view';
import { WelcomeView } from '../components/views/welcome-view';
import { type HomePageProps, loadHomePage } from '../lib/pages/home-page';
import { loadStaticProps } from '../lib/pages/page-result';

export default livePage<HomePageProps & { revision: string }>((props) => {
  if (props.kind === 'unconfigured') {
    return <WelcomeView kind="unconfigured" missing={props.missing} />;
  }
  if (props.kind === 'empty') {
    return <WelcomeView kind="empty" missing={[]} publishLabel={props.publishLabel} />;
  }
  return <HomeView {...props} />;
});

export const getStaticProps: GetStaticProps<HomePageProps> = (context) =>
  loadStaticProps(context, [], () => loadHomePage(1));
