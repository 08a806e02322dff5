import Document, {
  type DocumentContext,
  type DocumentInitialProps,
  Html,
  Main,
  NextScript,
} from 'next/document';
import { accentStyle } from '../lib/accent';
import { readConfig } from '../lib/config';
import { DeferredHead } from '../lib/hydration/deferred-head';
import { leaveOutTexts } from '../lib/hydration/leave-out-texts';
import { directionOf } from '../lib/i18n';
import { tidyHtml } from '../lib/pages/tidy-html';
import { THEME_SCRIPT } from '../lib/security/theme-script';

export default class SiteDocument extends Document {
  static override async getInitialProps(context: DocumentContext): Promise<DocumentInitialProps> {
    const initial = await Document.getInitialProps(context);
    return { ...initial, html: tidyHtml(initial.html) };
  }

  override render() {
    const { accent, site } = readConfig();
    const { language } = site;
    const data = this.props.__NEXT_DATA__;
    if (!this.props.isDevelopment) data.props = leaveOutTexts(data.props, this.props.html);
    return (
      <Html lang={language} dir={directionOf(language)}>
        <DeferredHead>
          {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours, allowed by its hash */}
          <script dangerouslySetInnerHTML={{ __html: THEME_SCRIPT }} />
          {accent !== null && (
            // biome-ignore lint/security/noDangerouslySetInnerHtml: a number in a text of ours, allowed by its hash
            <style dangerouslySetInnerHTML={{ __html: accentStyle(accent) }} />
          )}
        </DeferredHead>
        <body>
          <Main />
          <NextScript />
        </body>
      </Html>
    );
  }
}
