import { fstatSync, statSync, writeSync } from 'node:fs';
import { devNull } from 'node:os';
import { EXIT_CODE } from './exit-code.ts';
import type { OutputStream } from './io.ts';

/**
 * An output of this process. Into a file or a pipe text is written directly: `process.stdout` is that of a terminal, and making it loads the streams
 * and sockets of Node, which takes as long as parsing and judging a small configuration.
 */
export function openOutput(descriptor: 1 | 2): OutputStream {
  return isTerminalPerhaps(descriptor) ? streamOutput(descriptor) : directOutput(descriptor);
}

/** Terminals are character devices, and so is `/dev/null`. */
function isTerminalPerhaps(descriptor: number): boolean {
  try {
    const status = fstatSync(descriptor);
    return status.isCharacterDevice() && status.rdev !== statSync(devNull).rdev;
  } catch {
    return true;
  }
}

function directOutput(descriptor: 1 | 2): OutputStream {
  let stream: StreamOutput | undefined;
  return {
    write(text) {
      if (stream !== undefined) return stream.write(text);
      const bytes = Buffer.from(text);
      let written = 0;
      try {
        while (written < bytes.length) written += writeSync(descriptor, bytes, written);
      } catch (error) {
        if (!isSystemError(error) || error.code !== 'EAGAIN') return fail(error);
        // Somebody made the pipe one that does not wait. The stream does.
        stream = streamOutput(descriptor);
        stream.write(bytes.subarray(written));
      }
    },
    isTerminal: false,
    columns: undefined,
  };
}

interface StreamOutput extends OutputStream {
  write(text: string | Uint8Array): void;
}

function streamOutput(descriptor: 1 | 2): StreamOutput {
  const stream = descriptor === 1 ? process.stdout : process.stderr;
  stream.on('error', fail);
  return {
    write(text) {
      stream.write(text);
    },
    isTerminal: stream.isTTY,
    columns: stream.isTTY ? stream.columns : undefined,
  };
}

/** Ends the process. */
function fail(error: unknown): void {
  // A reader that went away (`tfwarden | head`) is not an error of ours.
  if (isSystemError(error) && error.code === 'EPIPE') process.exit(EXIT_CODE.clean);
  // A full disk: what was found cannot be told, and must not look like a scan that went well.
  try {
    writeSync(2, `tfwarden: the output cannot be written: ${error instanceof Error ? error.message : String(error)}\n`);
  } catch {
    // Then the exit code says it alone.
  }
  process.exit(EXIT_CODE.failed);
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error;
}
