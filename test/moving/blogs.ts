/** Blogs in the notations of others, written into folders as their generators would have them. */
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** The smallest PNG: one pixel. */
export const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** @returns a new folder with these files */
export async function folderOf(files: Readonly<Record<string, string | Buffer>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'issuepress-moving-'));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  return folder;
}

const day = (index: number) => String(index).padStart(2, '0');

export function hugoBlog(count: number): Record<string, string | Buffer> {
  const files: Record<string, string | Buffer> = {
    'hugo.toml': 'title = "Notes"\n',
    'content/posts/_index.md': '---\ntitle: All notes\n---\n',
    'static/img/dot.png': PIXEL,
  };
  for (let index = 1; index <= count; index += 1) {
    const head =
      index % 3 === 0
        ? `{\n  "title": "Hugo ${index}",\n  "date": "2021-03-${day(index)}T08:00:00Z",\n  "tags": ["stone"]\n}\n`
        : index % 3 === 1
          ? `+++\ntitle = "Hugo ${index}"\ndate = 2021-03-${day(index)}T09:30:00+02:00\ntags = ["stone", "c++"]\nseries = ["Walls"]\ndraft = ${index === 4}\n+++\n`
          : `---\ntitle: "Hugo ${index}"\ndate: 2021-03-${day(index)}\ncategories: [Stone]\nslug: wall-${index}\n---\n`;
    files[`content/posts/hugo-${index}.md`] =
      `${head}\nBefore the fold.\n\n<!--more-->\n\n{{< figure src="/img/dot.png" alt="A dot" caption="One dot" >}}\n\n{{< highlight go >}}\nfmt.Println("{{< figure >}}")\n{{< /highlight >}}\n`;
  }
  return files;
}

export function jekyllBlog(count: number): Record<string, string | Buffer> {
  const files: Record<string, string | Buffer> = {
    '_config.yml': 'title: Notes\n',
    '_drafts/unfinished.md': '---\ntitle: Unfinished\n---\nSoon.\n',
    'assets/dot.png': PIXEL,
  };
  for (let index = 1; index <= count; index += 1) {
    const link =
      index === 1 ? '2020-05-02-jekyll-2' : `2020-05-${day(index - 1)}-jekyll-${index - 1}`;
    files[`_posts/2020-05-${day(index)}-jekyll-${index}.markdown`] =
      `---\nlayout: post\ntitle:  "Jekyll ${index}"\ndate:   2020-05-${day(index)} 10:00:00 +0200\ntags: water ice\n---\n\n` +
      `Hello @somebody, see #12 and [the other]({% post_url ${link} %}).\n\n![Dot]({{ site.baseurl }}/assets/dot.png)\n\n` +
      `{% highlight ruby %}\nputs "@somebody #12"\n{% endhighlight %}\n`;
  }
  return files;
}

export function docusaurusBlog(count: number): Record<string, string | Buffer> {
  const files: Record<string, string | Buffer> = { 'docusaurus.config.js': 'export default {};\n' };
  for (let index = 1; index <= count; index += 1) {
    const folder = `blog/2022-07-${day(index)}-docusaurus-${index}`;
    files[`${folder}/dot.png`] = PIXEL;
    files[`${folder}/index.mdx`] =
      `---\ntitle: Docusaurus ${index}\nauthors: [slorber, {name: Ann Lee}]\ntags: [fire, {label: Deep Sea, permalink: /deep}]\n---\n\n` +
      `import Chart from './chart';\n\n{/* truncate */}\n\n:::tip Try it\n\nIt works:\n\n\`\`\`js\nimport a from 'b';\n:::\n\`\`\`\n\n:::\n\n![A dot](./dot.png 'Dot')\n`;
  }
  return files;
}
