/**
 * What runs on every page beside React, once the page has been shown: reading comforts, decorated
 * texts, and the way to load the framework when it is needed. It may change texts (`[data-html]`)
 * and attributes, and add elements at the end of `<body>`; what React renders stays as it is.
 */
import { noteSource } from '../lib/discussion/text-source';
import { deferHydration } from '../lib/hydration/browser/hydration';
import { startComforts } from './comforts/start';
import { offerSearch } from './search/offer-search';

for (const text of document.querySelectorAll('[data-html]')) noteSource(text);
deferHydration();
startComforts();
offerSearch();
