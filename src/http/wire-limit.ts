import type { Socket } from 'node:net';
import { errors } from 'undici';

/**
 * Ends a connection whose peer sends more than `maxBytes` in answer to one request. Caps on the body
 * do not see everything: chunk extensions, for one, may be endless and belong to no body.
 */
export function limitWireBytes(socket: Socket, maxBytes: number): void {
  let answerStart = 0;
  let lastRead = 0;
  let lastWritten = 0;
  socket.on('readable', () => {
    // One exchange at a time: whatever was written since the last answer is the next request.
    if (socket.bytesWritten !== lastWritten) {
      lastWritten = socket.bytesWritten;
      answerStart = lastRead;
    }
    lastRead = socket.bytesRead;
    if (lastRead - answerStart > maxBytes) {
      const message = `more than ${maxBytes} bytes for one answer`;
      socket.destroy(new errors.ResponseExceededMaxSizeError(message));
    }
  });
}
