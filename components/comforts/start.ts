/**
 * The reading comforts, on the plain page: none needs React, none is needed to read. Load this
 * module when the page has been painted, and call `startComforts` once.
 */
import { markCurrentSection } from './contents';
import { listenForShortcuts } from './keyboard';
import { offerPrefetch } from './offer-prefetch';
import { offerQuotesOnSelection } from './offer-quotes';
import { rememberPlace } from './place';
import { offerSharing } from './share';
import { keepTheme } from './theme';
import { carryTitleAcross } from './transition';

export function startComforts(): void {
  keepTheme();
  listenForShortcuts();
  offerPrefetch();
  carryTitleAcross();
  markCurrentSection();
  rememberPlace();
  offerSharing();
  offerQuotesOnSelection();
}
