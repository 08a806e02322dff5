/** What strangers may try: the corpus, more of our own, each in several places of a text. */
import { readCorpus } from './corpora';

const MORE = [
  '<source srcset="javascript:alert(1)">',
  '<picture><source srcset="https://e.com/a.png 1x, javascript:alert(1) 2x"><img src="https://e.com/a.png"></picture>',
  '<picture><source srcset="data:image/svg+xml,<svg onload=alert(1)>"><img src="https://e.com/a.png"></picture>',
  '<img srcset="https://e.com/a.png, javascript:alert(1)" src="https://e.com/a.png">',
  '<video src="javascript:alert(1)" poster="javascript:alert(1)" autoplay onplay=alert(1)></video>',
  '<video autoplay><source src="https://e.com/a.mp4" onerror=alert(1)></video>',
  '<audio autoplay src="https://e.com/a.mp3"></audio>',
  '<a class="embed-link" href="https://e.com" data-embed="javascript:alert(1)">x</a>',
  '<a data-issue="1" data-comment="2" href="https://e.com">x</a>',
  '<a title=\'<a data-issue="1" href="/x">\' href="https://e.com">x</a>',
  '<pre data-diagram="mermaid"><code>graph TD</code></pre>',
  '<div class="markdown-alert"><p class="markdown-alert-title">Forged</p></div>',
  '<div class="code-block"><div class="code-header">Forged</div></div>',
  '<span class="pl-k" style="position:fixed;inset:0">x</span>',
  '<p class="h-card p-author u-comment">x</p>',
  '<pre lang="js onload=alert(1)" data-meta=\'title="<img src=x onerror=alert(1)>"\'><code>x</code></pre>',
  '```"><script>alert(1)</script>\nx\n```',
  '```js title="<img src=x onerror=alert(1)>" {1-999999999}\nx\n```',
  '```math\n\\text{</math><img src=x onerror=alert(1)>}\n```',
  '$\\text{<img src=x onerror=alert(1)>}$',
  '$\\url{javascript:alert(1)} \\includegraphics{https://e.com/x.png}$',
  '`#ff0000" onload="alert(1)`',
  '`rgb(0,0,0);}</style><script>alert(1)</script>`',
  '![x](https://e.com/a.png "<img src=x onerror=alert(1)>")',
  '![x](<https://e.com/a.gif?"onerror=alert(1)>)',
  'https://codepen.io/x/pen/y"><script>alert(1)</script>',
  'https://www.youtube.com/watch?v=<script>alert(1)</script>',
  'https://www.openstreetmap.org/#map=5/1"/onload=alert(1)',
  'https://soundcloud.com/a/b?"onload="alert(1)',
  'https://evil.example/@x/123456789012345678',
  '[x](https://e.com "\u202e gnp.exe")',
  'a\u202eb\u2066c',
  '<a href="https://e.com" ping="https://evil.example/ping">x</a>',
  '<a href="https://e.com" target="_top" rel="opener">x</a>',
  '<img src="https://e.com/a.png" usemap="#m"><map name="m"><area href="javascript:alert(1)"></map>',
  '<table background="javascript:alert(1)"><tr><td background="https://evil.example/x">x</td></tr></table>',
  '<math><annotation-xml encoding="text/html"><img src=x onerror=alert(1)></annotation-xml></math>',
  '<math><mi xlink:href="javascript:alert(1)">x</mi></math>',
  '<svg><foreignObject><img src=x onerror=alert(1)></foreignObject></svg>',
  '<svg><style><img src=x onerror=alert(1)></style></svg>',
  '<b><details open><summary>x</summary><plaintext>',
  '<details>\n\n<img src=x onerror=alert(1)>\n\n</details>\n\n</div></article>',
  '<kbd>x</kbd></p></article><script>alert(1)</script>',
  '</p><p onclick=alert(1)>probe</p>',
  '<p title="probe">probe</p><div>',
  '# <img src=x onerror=alert(1)>\n# constructor\n# __proto__',
  '[x](#constructor) [y](#__proto__) <a name="__proto__">z</a>',
  '[^<img src=x onerror=alert(1)>]\n\n[^<img src=x onerror=alert(1)>]: x',
  '[^__proto__] [^constructor]\n\n[^__proto__]: a\n[^constructor]: b',
  '@"><img/src=x/onerror=alert(1)>',
  ':octocat" onerror="alert(1):',
  '<noscript><img src=x onerror=alert(1)></noscript>',
  '<object data="javascript:alert(1)"></object>',
  '<input type="image" src="https://evil.example/x" onerror=alert(1)>',
  '<input type="checkbox" checked style="position:fixed" onclick=alert(1)>',
  '<dialog open>x</dialog><marquee onstart=alert(1)>x</marquee>',
  '<img src="https://e.com/a.png" style="background:url(https://evil.example/x)">',
  '<isindex action="javascript:alert(1)"><keygen autofocus onfocus=alert(1)>',
  '<x onclick=alert(1) contenteditable tabindex=1 onfocus=alert(1) autofocus>x</x>',
];

/** Every attack alone and within a quote, a list, a table and other HTML. */
export function attacks(): { name: string; body: string }[] {
  const vectors = [
    ...readCorpus('xss-markdown').map(({ name, markdown }) => ({ name, markdown })),
    ...MORE.map((markdown) => ({ name: markdown.slice(0, 60), markdown })),
  ];
  return vectors.flatMap(({ name, markdown }) => [
    { name, body: markdown },
    { name: `${name}, quoted`, body: prefixLines('> ', markdown) },
    { name: `${name}, in a list`, body: `- a\n\n${prefixLines('  ', markdown)}\n\n- b` },
    {
      name: `${name}, in HTML`,
      body: `<details><summary>s</summary>\n\n${markdown}\n\n</details>`,
    },
    { name: `${name}, in a line`, body: `text ${markdown} text` },
  ]);
}

function prefixLines(prefix: string, text: string): string {
  return text
    .split('\n')
    .map((line) => prefix + line)
    .join('\n');
}
