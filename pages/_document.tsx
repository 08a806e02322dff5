import Document, { Head, Html, Main, NextScript } from 'next/document';
import { THEME_SCRIPT } from '../components/theme/boot-script';
import { readConfig } from '../lib/config';
import { directionOf } from '../lib/i18n';

export default class SiteDocument extends Document {
  override render() {
    const { language } = readConfig().site;
    return (
      <Html lang={language} dir={directionOf(language)}>
        <Head>
          {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours, allowed by its hash */}
          <script dangerouslySetInnerHTML={{ __html: THEME_SCRIPT }} />
        </Head>
        <body>
          <Main />
          <NextScript />
        </body>
      </Html>
    );
  }
}
