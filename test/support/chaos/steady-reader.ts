/** A reader who asks for the same pages again and again, whatever happens meanwhile. */

export interface Visit {
  /** What was asked for. */
  path: string;
  status: number;
  text: string;
}

export interface SteadyReader {
  visits(): number;
  /** Answers of 500 and above, none at all, and addresses that go on leading around in circles. */
  errors: string[];
  /**
   * Times that a reader was led around in a circle, and asked once more: one instance knew of a new title
   * a moment before the other, and nginx kept for a second what each of them said.
   */
  circles(): number;
  /** Resolves once every page was asked for and read since the call. */
  round(): Promise<void>;
  stop(): Promise<void>;
}

const AT_ONCE = 2;
/** Milliseconds between two pages. */
const PAUSE = 15;
const MOST_REDIRECTS = 5;
/** Times that somebody asks again, a second later, who was led around in a circle. */
const PATIENCE = 60;

/** @param look is shown every answer below 500 */
export function readSteadily(
  origin: string,
  paths: readonly string[],
  look: (visit: Visit) => void,
): SteadyReader {
  const errors: string[] = [];
  let visits = 0;
  let circles = 0;
  let isReading = true;

  async function visit(path: string): Promise<void> {
    visits += 1;
    try {
      let answer = await follow(origin, path);
      for (let turn = 0; !answer && turn < PATIENCE; turn += 1) {
        circles += 1;
        await new Promise((resolve) => setTimeout(resolve, 1_000));
        answer = await follow(origin, path);
      }
      if (!answer) errors.push(`${path} leads around in circles`);
      else if (answer.status < 500) look({ path, ...answer });
      else errors.push(`${path} led to ${answer.address}, which answered ${answer.status}`);
    } catch (error) {
      errors.push(`${path}: ${error instanceof Error ? error.message : 'no reason'}`);
    }
  }

  async function read(): Promise<void> {
    for (let place = 0; isReading; place += 1) {
      await visit(paths[place % paths.length] ?? '/');
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }

  const reading = Promise.all(Array.from({ length: AT_ONCE }, read));
  return {
    visits: () => visits,
    circles: () => circles,
    errors,
    async round() {
      // Both go through all pages, and may be in the midst of one.
      const end = visits + AT_ONCE * (paths.length + 1);
      while (visits < end) await new Promise((resolve) => setTimeout(resolve, 50));
    },
    async stop() {
      isReading = false;
      await reading;
    },
  };
}

/** @returns null where it leads around in a circle */
async function follow(
  origin: string,
  path: string,
): Promise<{ address: string; status: number; text: string } | null> {
  let address = `${origin}${path}`;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
    const response = await fetch(address, { redirect: 'manual' });
    const text = await response.text();
    const location = response.headers.get('location');
    if (response.status < 300 || response.status >= 400 || !location) {
      return { address: new URL(address).pathname, status: response.status, text };
    }
    address = new URL(new URL(location, address).pathname, origin).href;
  }
  return null;
}
