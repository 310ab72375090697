const TIMEOUT_MS = 15_000;
const MAX_BYTES = 4 * 1024 * 1024;

/** Fetches a text. The only use of the network, and only for an address that a flag gives. @returns the text, or why there is none */
export async function fetchText(address: string): Promise<{ readonly text: string } | { readonly problem: string }> {
  if (!/^https?:\/\//.test(address)) return { problem: `expected an address with http or https, found \`${address}\`` };
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (!response.ok) return { problem: `\`${address}\` answered ${response.status} ${response.statusText}`.trimEnd() };
    const bytes = await response.arrayBuffer();
    if (bytes.byteLength > MAX_BYTES)
      return { problem: `\`${address}\` gave more than ${MAX_BYTES / 1024 / 1024} MiB` };
    return { text: new TextDecoder('utf-8').decode(bytes) };
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? `: ${error.cause.message}` : '';
    return {
      problem: `\`${address}\` could not be fetched: ${error instanceof Error ? error.message : String(error)}${cause}`,
    };
  }
}
