/**
 * What runs on every page beside React, once the page has been shown: reading comforts, enhanced
 * texts, and the way to load the framework when it is needed. It may change texts (`[data-html]`)
 * and attributes, and add elements at the end of `<body>`; what React renders stays as it is.
 */
import { noteSource, TEXT_CHANGED } from '../lib/discussion/text-source';
import { deferHydration } from '../lib/hydration/browser/hydration';
import type { ArticleWords } from '../lib/i18n/article-words';
import { offerAccount } from './account/offer-account';
import { enhanceArticles } from './article/enhance';
import { startComforts } from './comforts/start';
import { offerSearch } from './search/offer-search';

// For what style sheets leave until then.
document.documentElement.dataset.shown = '';
for (const text of document.querySelectorAll('[data-html]')) noteSource(text);
deferHydration();
startComforts();
offerSearch();
offerAccount();

const { words = '{}' } = document.querySelector<HTMLElement>('#boot')?.dataset ?? {};
const articleWords: ArticleWords = JSON.parse(words);
const enhance = () => enhanceArticles(document, articleWords);
enhance();
addEventListener(TEXT_CHANGED, enhance);
