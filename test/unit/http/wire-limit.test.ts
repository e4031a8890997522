import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { limitWireBytes } from '../../../src/http/wire-limit.ts';

test('a connection ends where one answer has more bytes than it may, however many answers there are', () => {
  const ended: string[] = [];
  const socket = Object.assign(new EventEmitter(), {
    bytesWritten: 0,
    bytesRead: 0,
    destroy: (error: Error) => ended.push(error.message),
  });
  limitWireBytes(socket as never, 100);
  const read = (bytes: number) => {
    socket.bytesRead += bytes;
    socket.emit('readable');
  };
  for (let request = 0; request < 3; request += 1) {
    socket.bytesWritten += 1;
    read(40);
    read(60);
  }
  expect(ended).toEqual([]);
  read(1);
  expect(ended).toEqual(['more than 100 bytes for one answer']);
});

test('bytes that come before anything was asked count', () => {
  const ended: unknown[] = [];
  const socket = Object.assign(new EventEmitter(), {
    bytesWritten: 0,
    bytesRead: 0,
    destroy: (error: Error) => ended.push(error),
  });
  limitWireBytes(socket as never, 100);
  socket.bytesRead = 60;
  socket.emit('readable');
  socket.bytesRead = 101;
  socket.emit('readable');
  expect(ended).toHaveLength(1);
});
