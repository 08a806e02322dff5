/** Splits highlighted code into one element a line, for numbers and marked lines. */
import type { ElementContent } from 'hast';
import { h } from '../page';
import type { Fence } from './fence';

/** @param content highlighted code, spans possibly running over line ends */
export function splitLines(content: ElementContent[], fence: Fence): ElementContent[] {
  const lines = linesOf(content);
  const last = lines.at(-1);
  if (last?.length === 0) lines.pop();
  return lines.flatMap((line, index) => {
    const number = index + 1;
    const className = fence.marked.has(number) ? ['line', 'line-marked'] : ['line'];
    const properties = fence.numbered
      ? { className, dataLine: String(fence.firstLine + index) }
      : { className };
    return [h('span', properties, ...line), { type: 'text', value: '\n' }];
  });
}

function linesOf(content: ElementContent[]): ElementContent[][] {
  const lines: ElementContent[][] = [[]];
  const add = (node: ElementContent) => lines.at(-1)?.push(node);
  for (const node of content) {
    if (node.type === 'text') {
      node.value.split('\n').forEach((value, index) => {
        if (index > 0) lines.push([]);
        if (value) add({ type: 'text', value });
      });
    } else if (node.type === 'element') {
      linesOf(node.children).forEach((children, index) => {
        if (index > 0) lines.push([]);
        if (children.length > 0) add({ ...node, children });
      });
    }
  }
  return lines;
}
