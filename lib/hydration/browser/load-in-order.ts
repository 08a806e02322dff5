/** Adds the framework's scripts to the page. */

const RELOADED = 'reloaded-for-scripts';

/**
 * @param addresses run in this order
 * @throws Error when one cannot be had. After a deploy the open page's scripts are gone: the page is
 *   loaded anew then, once, and otherwise stays plain HTML.
 */
export async function loadInOrder(addresses: readonly string[]): Promise<void> {
  try {
    await Promise.all(addresses.map(load));
    sessionStorage.removeItem(RELOADED);
  } catch (error) {
    if (sessionStorage.getItem(RELOADED) === location.href) throw error;
    sessionStorage.setItem(RELOADED, location.href);
    location.reload();
  }
}

function load(address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = address;
    script.async = false;
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(`${address} cannot be had.`));
    document.head.append(script);
  });
}
