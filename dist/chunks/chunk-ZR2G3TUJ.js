import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  RE2JS
} from "./chunk-WMKCG7NY.js";
import {
  noSpace
} from "./chunk-IP3JZAI2.js";
import {
  notWorking
} from "./chunk-UTNP4HKY.js";
import {
  formatBytes,
  formatDuration
} from "./chunk-5XXXVB74.js";
import {
  CancelledError
} from "./chunk-GTGSVCFP.js";
import {
  __commonJS,
  __require,
  __toESM
} from "./chunk-TO6V6YKD.js";

// node_modules/events-universal/default.js
var require_default = __commonJS({
  "node_modules/events-universal/default.js"(exports, module) {
    module.exports = __require("events");
  }
});

// node_modules/fast-fifo/fixed-size.js
var require_fixed_size = __commonJS({
  "node_modules/fast-fifo/fixed-size.js"(exports, module) {
    module.exports = class FixedFIFO {
      constructor(hwm) {
        if (!(hwm > 0) || (hwm - 1 & hwm) !== 0) throw new Error("Max size for a FixedFIFO should be a power of two");
        this.buffer = new Array(hwm);
        this.mask = hwm - 1;
        this.top = 0;
        this.btm = 0;
        this.next = null;
      }
      clear() {
        this.top = this.btm = 0;
        this.next = null;
        this.buffer.fill(void 0);
      }
      push(data) {
        if (this.buffer[this.top] !== void 0) return false;
        this.buffer[this.top] = data;
        this.top = this.top + 1 & this.mask;
        return true;
      }
      shift() {
        const last = this.buffer[this.btm];
        if (last === void 0) return void 0;
        this.buffer[this.btm] = void 0;
        this.btm = this.btm + 1 & this.mask;
        return last;
      }
      peek() {
        return this.buffer[this.btm];
      }
      isEmpty() {
        return this.buffer[this.btm] === void 0;
      }
    };
  }
});

// node_modules/fast-fifo/index.js
var require_fast_fifo = __commonJS({
  "node_modules/fast-fifo/index.js"(exports, module) {
    var FixedFIFO = require_fixed_size();
    module.exports = class FastFIFO {
      constructor(hwm) {
        this.hwm = hwm || 16;
        this.head = new FixedFIFO(this.hwm);
        this.tail = this.head;
        this.length = 0;
      }
      clear() {
        this.head = this.tail;
        this.head.clear();
        this.length = 0;
      }
      push(val) {
        this.length++;
        if (!this.head.push(val)) {
          const prev = this.head;
          this.head = prev.next = new FixedFIFO(2 * this.head.buffer.length);
          this.head.push(val);
        }
      }
      shift() {
        if (this.length !== 0) this.length--;
        const val = this.tail.shift();
        if (val === void 0 && this.tail.next) {
          const next = this.tail.next;
          this.tail.next = null;
          this.tail = next;
          return this.tail.shift();
        }
        return val;
      }
      peek() {
        const val = this.tail.peek();
        if (val === void 0 && this.tail.next) return this.tail.next.peek();
        return val;
      }
      isEmpty() {
        return this.length === 0;
      }
    };
  }
});

// node_modules/b4a/index.js
var require_b4a = __commonJS({
  "node_modules/b4a/index.js"(exports, module) {
    function isBuffer(value) {
      return Buffer.isBuffer(value) || value instanceof Uint8Array;
    }
    function isEncoding(encoding) {
      return Buffer.isEncoding(encoding);
    }
    function alloc(size, fill2, encoding) {
      return Buffer.alloc(size, fill2, encoding);
    }
    function allocUnsafe(size) {
      return Buffer.allocUnsafe(size);
    }
    function allocUnsafeSlow(size) {
      return Buffer.allocUnsafeSlow(size);
    }
    function byteLength(string, encoding) {
      return Buffer.byteLength(string, encoding);
    }
    function compare(a, b) {
      return Buffer.compare(a, b);
    }
    function concat(buffers, totalLength) {
      return Buffer.concat(buffers, totalLength);
    }
    function copy(source, target, targetStart, start, end) {
      return toBuffer(source).copy(target, targetStart, start, end);
    }
    function equals(a, b) {
      return toBuffer(a).equals(b);
    }
    function fill(buffer, value, offset, end, encoding) {
      return toBuffer(buffer).fill(value, offset, end, encoding);
    }
    function from(value, encodingOrOffset, length) {
      return Buffer.from(value, encodingOrOffset, length);
    }
    function includes(buffer, value, byteOffset, encoding) {
      return toBuffer(buffer).includes(value, byteOffset, encoding);
    }
    function indexOf(buffer, value, byfeOffset, encoding) {
      return toBuffer(buffer).indexOf(value, byfeOffset, encoding);
    }
    function lastIndexOf(buffer, value, byteOffset, encoding) {
      return toBuffer(buffer).lastIndexOf(value, byteOffset, encoding);
    }
    function swap16(buffer) {
      return toBuffer(buffer).swap16();
    }
    function swap32(buffer) {
      return toBuffer(buffer).swap32();
    }
    function swap64(buffer) {
      return toBuffer(buffer).swap64();
    }
    function toBuffer(buffer) {
      if (Buffer.isBuffer(buffer)) return buffer;
      return Buffer.from(buffer.buffer, buffer.byteOffset, buffer.byteLength);
    }
    function toString(buffer, encoding, start, end) {
      return toBuffer(buffer).toString(encoding, start, end);
    }
    function toHex(buffer, start, end) {
      return toBuffer(buffer).toString("hex", start, end);
    }
    function write(buffer, string, offset, length, encoding) {
      return toBuffer(buffer).write(string, offset, length, encoding);
    }
    function readDoubleBE(buffer, offset) {
      return toBuffer(buffer).readDoubleBE(offset);
    }
    function readDoubleLE(buffer, offset) {
      return toBuffer(buffer).readDoubleLE(offset);
    }
    function readFloatBE(buffer, offset) {
      return toBuffer(buffer).readFloatBE(offset);
    }
    function readFloatLE(buffer, offset) {
      return toBuffer(buffer).readFloatLE(offset);
    }
    function readInt32BE(buffer, offset) {
      return toBuffer(buffer).readInt32BE(offset);
    }
    function readInt32LE(buffer, offset) {
      return toBuffer(buffer).readInt32LE(offset);
    }
    function readUInt32BE(buffer, offset) {
      return toBuffer(buffer).readUInt32BE(offset);
    }
    function readUInt32LE(buffer, offset) {
      return toBuffer(buffer).readUInt32LE(offset);
    }
    function writeDoubleBE(buffer, value, offset) {
      return toBuffer(buffer).writeDoubleBE(value, offset);
    }
    function writeDoubleLE(buffer, value, offset) {
      return toBuffer(buffer).writeDoubleLE(value, offset);
    }
    function writeFloatBE(buffer, value, offset) {
      return toBuffer(buffer).writeFloatBE(value, offset);
    }
    function writeFloatLE(buffer, value, offset) {
      return toBuffer(buffer).writeFloatLE(value, offset);
    }
    function writeInt32BE(buffer, value, offset) {
      return toBuffer(buffer).writeInt32BE(value, offset);
    }
    function writeInt32LE(buffer, value, offset) {
      return toBuffer(buffer).writeInt32LE(value, offset);
    }
    function writeUInt32BE(buffer, value, offset) {
      return toBuffer(buffer).writeUInt32BE(value, offset);
    }
    function writeUInt32LE(buffer, value, offset) {
      return toBuffer(buffer).writeUInt32LE(value, offset);
    }
    module.exports = {
      isBuffer,
      isEncoding,
      alloc,
      allocUnsafe,
      allocUnsafeSlow,
      byteLength,
      compare,
      concat,
      copy,
      equals,
      fill,
      from,
      includes,
      indexOf,
      lastIndexOf,
      swap16,
      swap32,
      swap64,
      toBuffer,
      toString,
      toHex,
      write,
      readDoubleBE,
      readDoubleLE,
      readFloatBE,
      readFloatLE,
      readInt32BE,
      readInt32LE,
      readUInt32BE,
      readUInt32LE,
      writeDoubleBE,
      writeDoubleLE,
      writeFloatBE,
      writeFloatLE,
      writeInt32BE,
      writeInt32LE,
      writeUInt32BE,
      writeUInt32LE
    };
  }
});

// node_modules/text-decoder/lib/pass-through-decoder.js
var require_pass_through_decoder = __commonJS({
  "node_modules/text-decoder/lib/pass-through-decoder.js"(exports, module) {
    var b4a = require_b4a();
    module.exports = class PassThroughDecoder {
      constructor(encoding) {
        this.encoding = encoding;
      }
      get remaining() {
        return 0;
      }
      decode(data) {
        return b4a.toString(data, this.encoding);
      }
      flush() {
        return "";
      }
    };
  }
});

// node_modules/text-decoder/lib/utf8-decoder.js
var require_utf8_decoder = __commonJS({
  "node_modules/text-decoder/lib/utf8-decoder.js"(exports, module) {
    var b4a = require_b4a();
    module.exports = class UTF8Decoder {
      constructor() {
        this._reset();
      }
      get remaining() {
        return this.bytesSeen;
      }
      decode(data) {
        if (data.byteLength === 0) return "";
        if (this.bytesNeeded === 0 && trailingIncomplete(data, 0) === 0) {
          this.bytesSeen = trailingBytesSeen(data);
          return b4a.toString(data, "utf8");
        }
        let result = "";
        let start = 0;
        if (this.bytesNeeded > 0) {
          while (start < data.byteLength) {
            const byte = data[start];
            if (byte < this.lowerBoundary || byte > this.upperBoundary) {
              result += "\uFFFD";
              this._reset();
              break;
            }
            this.lowerBoundary = 128;
            this.upperBoundary = 191;
            this.codePoint = this.codePoint << 6 | byte & 63;
            this.bytesSeen++;
            start++;
            if (this.bytesSeen === this.bytesNeeded) {
              result += String.fromCodePoint(this.codePoint);
              this._reset();
              break;
            }
          }
          if (this.bytesNeeded > 0) return result;
        }
        const trailing = trailingIncomplete(data, start);
        const end = data.byteLength - trailing;
        if (end > start) result += b4a.toString(data, "utf8", start, end);
        for (let i = end; i < data.byteLength; i++) {
          const byte = data[i];
          if (this.bytesNeeded === 0) {
            if (byte <= 127) {
              this.bytesSeen = 0;
              result += String.fromCharCode(byte);
            } else if (byte >= 194 && byte <= 223) {
              this.bytesNeeded = 2;
              this.bytesSeen = 1;
              this.codePoint = byte & 31;
            } else if (byte >= 224 && byte <= 239) {
              if (byte === 224) this.lowerBoundary = 160;
              else if (byte === 237) this.upperBoundary = 159;
              this.bytesNeeded = 3;
              this.bytesSeen = 1;
              this.codePoint = byte & 15;
            } else if (byte >= 240 && byte <= 244) {
              if (byte === 240) this.lowerBoundary = 144;
              else if (byte === 244) this.upperBoundary = 143;
              this.bytesNeeded = 4;
              this.bytesSeen = 1;
              this.codePoint = byte & 7;
            } else {
              this.bytesSeen = 1;
              result += "\uFFFD";
            }
            continue;
          }
          if (byte < this.lowerBoundary || byte > this.upperBoundary) {
            result += "\uFFFD";
            i--;
            this._reset();
            continue;
          }
          this.lowerBoundary = 128;
          this.upperBoundary = 191;
          this.codePoint = this.codePoint << 6 | byte & 63;
          this.bytesSeen++;
          if (this.bytesSeen === this.bytesNeeded) {
            result += String.fromCodePoint(this.codePoint);
            this._reset();
          }
        }
        return result;
      }
      flush() {
        const result = this.bytesNeeded > 0 ? "\uFFFD" : "";
        this._reset();
        return result;
      }
      _reset() {
        this.codePoint = 0;
        this.bytesNeeded = 0;
        this.bytesSeen = 0;
        this.lowerBoundary = 128;
        this.upperBoundary = 191;
      }
    };
    function trailingIncomplete(data, start) {
      const len = data.byteLength;
      if (len <= start) return 0;
      const limit = Math.max(start, len - 4);
      let i = len - 1;
      while (i > limit && (data[i] & 192) === 128) i--;
      if (i < start) return 0;
      const byte = data[i];
      let needed;
      if (byte <= 127) return 0;
      if (byte >= 194 && byte <= 223) needed = 2;
      else if (byte >= 224 && byte <= 239) needed = 3;
      else if (byte >= 240 && byte <= 244) needed = 4;
      else return 0;
      const available = len - i;
      return available < needed ? available : 0;
    }
    function trailingBytesSeen(data) {
      const len = data.byteLength;
      if (len === 0) return 0;
      const last = data[len - 1];
      if (last <= 127) return 0;
      if ((last & 192) !== 128) return 1;
      const limit = Math.max(0, len - 4);
      let i = len - 2;
      while (i >= limit && (data[i] & 192) === 128) i--;
      if (i < 0) return 1;
      const first = data[i];
      let needed;
      if (first >= 194 && first <= 223) needed = 2;
      else if (first >= 224 && first <= 239) needed = 3;
      else if (first >= 240 && first <= 244) needed = 4;
      else return 1;
      if (len - i !== needed) return 1;
      if (needed >= 3) {
        const second = data[i + 1];
        if (first === 224 && second < 160) return 1;
        if (first === 237 && second > 159) return 1;
        if (first === 240 && second < 144) return 1;
        if (first === 244 && second > 143) return 1;
      }
      return 0;
    }
  }
});

// node_modules/text-decoder/index.js
var require_text_decoder = __commonJS({
  "node_modules/text-decoder/index.js"(exports, module) {
    var PassThroughDecoder = require_pass_through_decoder();
    var UTF8Decoder = require_utf8_decoder();
    module.exports = class TextDecoder {
      constructor(encoding = "utf8") {
        this.encoding = normalizeEncoding(encoding);
        switch (this.encoding) {
          case "utf8":
            this.decoder = new UTF8Decoder();
            break;
          case "utf16le":
          case "base64":
            throw new Error("Unsupported encoding: " + this.encoding);
          default:
            this.decoder = new PassThroughDecoder(this.encoding);
        }
      }
      get remaining() {
        return this.decoder.remaining;
      }
      push(data) {
        if (typeof data === "string") return data;
        return this.decoder.decode(data);
      }
      // For Node.js compatibility
      write(data) {
        return this.push(data);
      }
      end(data) {
        let result = "";
        if (data) result = this.push(data);
        result += this.decoder.flush();
        return result;
      }
    };
    function normalizeEncoding(encoding) {
      encoding = encoding.toLowerCase();
      switch (encoding) {
        case "utf8":
        case "utf-8":
          return "utf8";
        case "ucs2":
        case "ucs-2":
        case "utf16le":
        case "utf-16le":
          return "utf16le";
        case "latin1":
        case "binary":
          return "latin1";
        case "base64":
        case "ascii":
        case "hex":
          return encoding;
        default:
          throw new Error("Unknown encoding: " + encoding);
      }
    }
  }
});

// node_modules/streamx/lib/errors.js
var require_errors = __commonJS({
  "node_modules/streamx/lib/errors.js"(exports, module) {
    module.exports = class StreamError extends Error {
      constructor(msg, code, fn = StreamError) {
        super(msg);
        this.code = code;
        if (Error.captureStackTrace) {
          Error.captureStackTrace(this, fn);
        }
      }
      static isStreamDestroyed(err) {
        return err && err.code === "STREAM_DESTROYED";
      }
      static isPrematureClose(err) {
        return err && err.code === "PREMATURE_CLOSE";
      }
      static isAborted(err) {
        return err && err.code === "ABORTED";
      }
      static isBadArgument(err) {
        return err && err.code === "BAD_ARGUMENT";
      }
      get name() {
        return "StreamError";
      }
      static STREAM_DESTROYED() {
        return new StreamError("Stream was destroyed", "STREAM_DESTROYED", StreamError.STREAM_DESTROYED);
      }
      static PREMATURE_CLOSE(msg = "Premature close") {
        return new StreamError(msg, "PREMATURE_CLOSE", StreamError.PREMATURE_CLOSE);
      }
      static ABORTED() {
        return new StreamError("Stream aborted", "ABORTED", StreamError.ABORTED);
      }
      static BAD_ARGUMENT(msg = "Bad argument") {
        return new StreamError(msg, "BAD_ARGUMENT", StreamError.BAD_ARGUMENT);
      }
    };
  }
});

// node_modules/streamx/index.js
var require_streamx = __commonJS({
  "node_modules/streamx/index.js"(exports, module) {
    var { EventEmitter } = require_default();
    var FIFO = require_fast_fifo();
    var TextDecoder = require_text_decoder();
    var StreamError = require_errors();
    var qmt = typeof queueMicrotask === "undefined" ? (fn) => global.process.nextTick(fn) : queueMicrotask;
    var MAX = (1 << 29) - 1;
    var OPENING = 1;
    var PREDESTROYING = 2;
    var DESTROYING = 4;
    var DESTROYED = 8;
    var NOT_OPENING = MAX ^ OPENING;
    var NOT_PREDESTROYING = MAX ^ PREDESTROYING;
    var READ_ACTIVE = 1 << 4;
    var READ_UPDATING = 2 << 4;
    var READ_PRIMARY = 4 << 4;
    var READ_QUEUED = 8 << 4;
    var READ_RESUMED = 16 << 4;
    var READ_PIPE_DRAINED = 32 << 4;
    var READ_ENDING = 64 << 4;
    var READ_EMIT_DATA = 128 << 4;
    var READ_EMIT_READABLE = 256 << 4;
    var READ_EMITTED_READABLE = 512 << 4;
    var READ_DONE = 1024 << 4;
    var READ_NEXT_TICK = 2048 << 4;
    var READ_NEEDS_PUSH = 4096 << 4;
    var READ_READ_AHEAD = 8192 << 4;
    var READ_FLOWING = READ_RESUMED | READ_PIPE_DRAINED;
    var READ_ACTIVE_AND_NEEDS_PUSH = READ_ACTIVE | READ_NEEDS_PUSH;
    var READ_PRIMARY_AND_ACTIVE = READ_PRIMARY | READ_ACTIVE;
    var READ_EMIT_READABLE_AND_QUEUED = READ_EMIT_READABLE | READ_QUEUED;
    var READ_RESUMED_READ_AHEAD = READ_RESUMED | READ_READ_AHEAD;
    var READ_NOT_ACTIVE = MAX ^ READ_ACTIVE;
    var READ_NON_PRIMARY = MAX ^ READ_PRIMARY;
    var READ_NON_PRIMARY_AND_PUSHED = MAX ^ (READ_PRIMARY | READ_NEEDS_PUSH);
    var READ_PUSHED = MAX ^ READ_NEEDS_PUSH;
    var READ_PAUSED = MAX ^ READ_RESUMED;
    var READ_NOT_QUEUED = MAX ^ (READ_QUEUED | READ_EMITTED_READABLE);
    var READ_NOT_ENDING = MAX ^ READ_ENDING;
    var READ_PIPE_NOT_DRAINED = MAX ^ READ_FLOWING;
    var READ_NOT_NEXT_TICK = MAX ^ READ_NEXT_TICK;
    var READ_NOT_UPDATING = MAX ^ READ_UPDATING;
    var READ_NO_READ_AHEAD = MAX ^ READ_READ_AHEAD;
    var READ_PAUSED_NO_READ_AHEAD = MAX ^ READ_RESUMED_READ_AHEAD;
    var WRITE_ACTIVE = 1 << 18;
    var WRITE_UPDATING = 2 << 18;
    var WRITE_PRIMARY = 4 << 18;
    var WRITE_QUEUED = 8 << 18;
    var WRITE_UNDRAINED = 16 << 18;
    var WRITE_DONE = 32 << 18;
    var WRITE_EMIT_DRAIN = 64 << 18;
    var WRITE_NEXT_TICK = 128 << 18;
    var WRITE_WRITING = 256 << 18;
    var WRITE_FINISHING = 512 << 18;
    var WRITE_CORKED = 1024 << 18;
    var WRITE_NOT_ACTIVE = MAX ^ (WRITE_ACTIVE | WRITE_WRITING);
    var WRITE_NON_PRIMARY = MAX ^ WRITE_PRIMARY;
    var WRITE_NOT_FINISHING = MAX ^ (WRITE_ACTIVE | WRITE_FINISHING);
    var WRITE_DRAINED = MAX ^ WRITE_UNDRAINED;
    var WRITE_NOT_QUEUED = MAX ^ WRITE_QUEUED;
    var WRITE_NOT_NEXT_TICK = MAX ^ WRITE_NEXT_TICK;
    var WRITE_NOT_UPDATING = MAX ^ WRITE_UPDATING;
    var WRITE_NOT_CORKED = MAX ^ WRITE_CORKED;
    var ACTIVE = READ_ACTIVE | WRITE_ACTIVE;
    var NOT_ACTIVE = MAX ^ ACTIVE;
    var DONE = READ_DONE | WRITE_DONE;
    var DESTROY_STATUS = DESTROYING | DESTROYED | PREDESTROYING;
    var OPEN_STATUS = DESTROY_STATUS | OPENING;
    var AUTO_DESTROY = DESTROY_STATUS | DONE;
    var NON_PRIMARY = WRITE_NON_PRIMARY & READ_NON_PRIMARY;
    var ACTIVE_OR_TICKING = WRITE_NEXT_TICK | READ_NEXT_TICK;
    var TICKING = ACTIVE_OR_TICKING & NOT_ACTIVE;
    var IS_OPENING = OPEN_STATUS | TICKING;
    var READ_PRIMARY_STATUS = OPEN_STATUS | READ_ENDING | READ_DONE;
    var READ_STATUS = OPEN_STATUS | READ_DONE | READ_QUEUED;
    var READ_ENDING_STATUS = OPEN_STATUS | READ_ENDING | READ_QUEUED;
    var READ_READABLE_STATUS = OPEN_STATUS | READ_EMIT_READABLE | READ_QUEUED | READ_EMITTED_READABLE;
    var SHOULD_NOT_READ = OPEN_STATUS | READ_ACTIVE | READ_ENDING | READ_DONE | READ_NEEDS_PUSH | READ_READ_AHEAD;
    var READ_BACKPRESSURE_STATUS = DESTROY_STATUS | READ_ENDING | READ_DONE;
    var READ_UPDATE_SYNC_STATUS = READ_UPDATING | OPEN_STATUS | READ_NEXT_TICK | READ_PRIMARY;
    var READ_NEXT_TICK_OR_OPENING = READ_NEXT_TICK | OPENING;
    var WRITE_PRIMARY_STATUS = OPEN_STATUS | WRITE_FINISHING | WRITE_DONE;
    var WRITE_QUEUED_AND_UNDRAINED = WRITE_QUEUED | WRITE_UNDRAINED;
    var WRITE_QUEUED_AND_ACTIVE = WRITE_QUEUED | WRITE_ACTIVE;
    var WRITE_DRAIN_STATUS = WRITE_QUEUED | WRITE_UNDRAINED | OPEN_STATUS | WRITE_ACTIVE;
    var WRITE_STATUS = OPEN_STATUS | WRITE_ACTIVE | WRITE_QUEUED | WRITE_CORKED;
    var WRITE_PRIMARY_AND_ACTIVE = WRITE_PRIMARY | WRITE_ACTIVE;
    var WRITE_ACTIVE_AND_WRITING = WRITE_ACTIVE | WRITE_WRITING;
    var WRITE_FINISHING_STATUS = OPEN_STATUS | WRITE_FINISHING | WRITE_QUEUED_AND_ACTIVE | WRITE_DONE;
    var WRITE_BACKPRESSURE_STATUS = WRITE_UNDRAINED | DESTROY_STATUS | WRITE_FINISHING | WRITE_DONE;
    var WRITE_UPDATE_SYNC_STATUS = WRITE_UPDATING | OPEN_STATUS | WRITE_NEXT_TICK | WRITE_PRIMARY;
    var WRITE_DROP_DATA = WRITE_FINISHING | WRITE_DONE | DESTROY_STATUS;
    var asyncIterator = Symbol.asyncIterator || /* @__PURE__ */ Symbol("asyncIterator");
    var WritableState = class {
      constructor(stream, { highWaterMark = 16384, map = null, mapWritable, byteLength, byteLengthWritable } = {}) {
        this.stream = stream;
        this.queue = new FIFO();
        this.highWaterMark = highWaterMark;
        this.buffered = 0;
        this.error = null;
        this.pipeline = null;
        this.drains = null;
        this.byteLength = byteLengthWritable || byteLength || defaultByteLength;
        this.map = mapWritable || map;
        this.afterWrite = afterWrite.bind(this);
        this.afterUpdateNextTick = updateWriteNT.bind(this);
      }
      get ending() {
        return (this.stream._duplexState & WRITE_FINISHING) !== 0;
      }
      get ended() {
        return (this.stream._duplexState & WRITE_DONE) !== 0;
      }
      push(data) {
        if ((this.stream._duplexState & WRITE_DROP_DATA) !== 0) return false;
        if (this.map !== null) data = this.map(data);
        this.buffered += this.byteLength(data);
        this.queue.push(data);
        if (this.buffered < this.highWaterMark) {
          this.stream._duplexState |= WRITE_QUEUED;
          return true;
        }
        this.stream._duplexState |= WRITE_QUEUED_AND_UNDRAINED;
        return false;
      }
      shift() {
        const data = this.queue.shift();
        this.buffered -= this.byteLength(data);
        if (this.buffered === 0) this.stream._duplexState &= WRITE_NOT_QUEUED;
        return data;
      }
      end(data) {
        if (typeof data === "function") {
          this.stream.once("finish", data);
        } else if (data !== void 0 && data !== null) {
          this.push(data);
        }
        this.stream._duplexState = (this.stream._duplexState | WRITE_FINISHING) & WRITE_NON_PRIMARY;
      }
      autoBatch(data, cb) {
        const buffer = [];
        const stream = this.stream;
        buffer.push(data);
        while ((stream._duplexState & WRITE_STATUS) === WRITE_QUEUED_AND_ACTIVE) {
          buffer.push(stream._writableState.shift());
        }
        if ((stream._duplexState & OPEN_STATUS) !== 0) return cb(null);
        stream._writev(buffer, cb);
      }
      update() {
        const stream = this.stream;
        stream._duplexState |= WRITE_UPDATING;
        do {
          while ((stream._duplexState & WRITE_STATUS) === WRITE_QUEUED) {
            const data = this.shift();
            stream._duplexState |= WRITE_ACTIVE_AND_WRITING;
            stream._write(data, this.afterWrite);
          }
          if ((stream._duplexState & WRITE_PRIMARY_AND_ACTIVE) === 0) this.updateNonPrimary();
        } while (this.continueUpdate() === true);
        stream._duplexState &= WRITE_NOT_UPDATING;
      }
      updateNonPrimary() {
        const stream = this.stream;
        if ((stream._duplexState & WRITE_FINISHING_STATUS) === WRITE_FINISHING) {
          stream._duplexState = stream._duplexState | WRITE_ACTIVE;
          stream._final(afterFinal.bind(this));
          return;
        }
        if ((stream._duplexState & DESTROY_STATUS) === DESTROYING) {
          if ((stream._duplexState & ACTIVE_OR_TICKING) === 0) {
            stream._duplexState |= ACTIVE;
            stream._destroy(afterDestroy.bind(this));
          }
          return;
        }
        if ((stream._duplexState & IS_OPENING) === OPENING) {
          stream._duplexState = (stream._duplexState | ACTIVE) & NOT_OPENING;
          stream._open(afterOpen.bind(this));
        }
      }
      continueUpdate() {
        if ((this.stream._duplexState & WRITE_NEXT_TICK) === 0) return false;
        this.stream._duplexState &= WRITE_NOT_NEXT_TICK;
        return true;
      }
      updateCallback() {
        if ((this.stream._duplexState & WRITE_UPDATE_SYNC_STATUS) === WRITE_PRIMARY) {
          this.update();
        } else {
          this.updateNextTick();
        }
      }
      updateNextTick() {
        if ((this.stream._duplexState & WRITE_NEXT_TICK) !== 0) return;
        this.stream._duplexState |= WRITE_NEXT_TICK;
        if ((this.stream._duplexState & WRITE_UPDATING) === 0) qmt(this.afterUpdateNextTick);
      }
    };
    var ReadableState = class {
      constructor(stream, { highWaterMark = 16384, map = null, mapReadable, byteLength, byteLengthReadable } = {}) {
        this.stream = stream;
        this.queue = new FIFO();
        this.highWaterMark = highWaterMark === 0 ? 1 : highWaterMark;
        this.buffered = 0;
        this.readAhead = highWaterMark > 0;
        this.error = null;
        this.pipeline = null;
        this.byteLength = byteLengthReadable || byteLength || defaultByteLength;
        this.map = mapReadable || map;
        this.pipeTo = null;
        this.afterRead = afterRead.bind(this);
        this.afterUpdateNextTick = updateReadNT.bind(this);
      }
      get ending() {
        return (this.stream._duplexState & READ_ENDING) !== 0;
      }
      get ended() {
        return (this.stream._duplexState & READ_DONE) !== 0;
      }
      pipe(pipeTo, cb) {
        if (this.pipeTo !== null) throw StreamError.BAD_ARGUMENT("Can only pipe to one destination");
        if (typeof cb !== "function") cb = null;
        this.stream._duplexState |= READ_PIPE_DRAINED;
        this.pipeTo = pipeTo;
        this.pipeline = new Pipeline(this.stream, pipeTo, cb);
        if (cb) this.stream.on("error", noop);
        if (isStreamx(pipeTo)) {
          pipeTo._writableState.pipeline = this.pipeline;
          if (cb) pipeTo.on("error", noop);
          pipeTo.on("finish", this.pipeline.finished.bind(this.pipeline));
        } else {
          const onerror = this.pipeline.done.bind(this.pipeline, pipeTo);
          const onclose = this.pipeline.done.bind(this.pipeline, pipeTo, null);
          pipeTo.on("error", onerror);
          pipeTo.on("close", onclose);
          pipeTo.on("finish", this.pipeline.finished.bind(this.pipeline));
        }
        pipeTo.on("drain", afterDrain.bind(this));
        this.stream.emit("piping", pipeTo);
        pipeTo.emit("pipe", this.stream);
      }
      push(data) {
        const stream = this.stream;
        if (data === null) {
          this.highWaterMark = 0;
          stream._duplexState = (stream._duplexState | READ_ENDING) & READ_NON_PRIMARY_AND_PUSHED;
          return false;
        }
        if (this.map !== null) {
          data = this.map(data);
          if (data === null) {
            stream._duplexState &= READ_PUSHED;
            return this.buffered < this.highWaterMark;
          }
        }
        this.buffered += this.byteLength(data);
        this.queue.push(data);
        stream._duplexState = (stream._duplexState | READ_QUEUED) & READ_PUSHED;
        return this.buffered < this.highWaterMark;
      }
      shift() {
        const data = this.queue.shift();
        this.buffered -= this.byteLength(data);
        if (this.buffered === 0) {
          this.stream._duplexState &= READ_NOT_QUEUED;
        }
        return data;
      }
      unshift(data) {
        const pending = [this.map !== null ? this.map(data) : data];
        while (this.buffered > 0) pending.push(this.shift());
        for (let i = 0; i < pending.length - 1; i++) {
          const data2 = pending[i];
          this.buffered += this.byteLength(data2);
          this.queue.push(data2);
        }
        this.push(pending[pending.length - 1]);
      }
      read() {
        const stream = this.stream;
        if ((stream._duplexState & READ_STATUS) === READ_QUEUED) {
          const data = this.shift();
          if (this.pipeTo !== null && this.pipeTo.write(data) === false) {
            stream._duplexState &= READ_PIPE_NOT_DRAINED;
          }
          if ((stream._duplexState & READ_EMIT_DATA) !== 0) {
            stream.emit("data", data);
          }
          return data;
        }
        if (this.readAhead === false) {
          stream._duplexState |= READ_READ_AHEAD;
          this.updateNextTick();
        }
        return null;
      }
      drain() {
        const stream = this.stream;
        while ((stream._duplexState & READ_STATUS) === READ_QUEUED && (stream._duplexState & READ_FLOWING) !== 0) {
          const data = this.shift();
          if (this.pipeTo !== null && this.pipeTo.write(data) === false) {
            stream._duplexState &= READ_PIPE_NOT_DRAINED;
          }
          if ((stream._duplexState & READ_EMIT_DATA) !== 0) {
            stream.emit("data", data);
          }
        }
      }
      update() {
        const stream = this.stream;
        stream._duplexState |= READ_UPDATING;
        do {
          this.drain();
          while (this.buffered < this.highWaterMark && (stream._duplexState & SHOULD_NOT_READ) === READ_READ_AHEAD) {
            stream._duplexState |= READ_ACTIVE_AND_NEEDS_PUSH;
            stream._read(this.afterRead);
            this.drain();
          }
          if ((stream._duplexState & READ_READABLE_STATUS) === READ_EMIT_READABLE_AND_QUEUED) {
            stream._duplexState |= READ_EMITTED_READABLE;
            stream.emit("readable");
          }
          if ((stream._duplexState & READ_PRIMARY_AND_ACTIVE) === 0) {
            this.updateNonPrimary();
          }
        } while (this.continueUpdate() === true);
        stream._duplexState &= READ_NOT_UPDATING;
      }
      updateNonPrimary() {
        const stream = this.stream;
        if ((stream._duplexState & READ_ENDING_STATUS) === READ_ENDING) {
          stream._duplexState = (stream._duplexState | READ_DONE) & READ_NOT_ENDING;
          stream.emit("end");
          if ((stream._duplexState & AUTO_DESTROY) === DONE) {
            stream._duplexState |= DESTROYING;
          }
          if (this.pipeTo !== null) {
            this.pipeTo.end();
          }
        }
        if ((stream._duplexState & DESTROY_STATUS) === DESTROYING) {
          if ((stream._duplexState & ACTIVE_OR_TICKING) === 0) {
            stream._duplexState |= ACTIVE;
            stream._destroy(afterDestroy.bind(this));
          }
          return;
        }
        if ((stream._duplexState & IS_OPENING) === OPENING) {
          stream._duplexState = (stream._duplexState | ACTIVE) & NOT_OPENING;
          stream._open(afterOpen.bind(this));
        }
      }
      continueUpdate() {
        if ((this.stream._duplexState & READ_NEXT_TICK) === 0) return false;
        this.stream._duplexState &= READ_NOT_NEXT_TICK;
        return true;
      }
      updateCallback() {
        if ((this.stream._duplexState & READ_UPDATE_SYNC_STATUS) === READ_PRIMARY) {
          this.update();
        } else {
          this.updateNextTick();
        }
      }
      updateNextTickIfOpen() {
        if ((this.stream._duplexState & READ_NEXT_TICK_OR_OPENING) !== 0) return;
        this.stream._duplexState |= READ_NEXT_TICK;
        if ((this.stream._duplexState & READ_UPDATING) === 0) qmt(this.afterUpdateNextTick);
      }
      updateNextTick() {
        if ((this.stream._duplexState & READ_NEXT_TICK) !== 0) return;
        this.stream._duplexState |= READ_NEXT_TICK;
        if ((this.stream._duplexState & READ_UPDATING) === 0) qmt(this.afterUpdateNextTick);
      }
    };
    var TransformState = class {
      constructor(stream) {
        this.data = null;
        this.afterTransform = afterTransform.bind(stream);
        this.afterFinal = null;
      }
    };
    var Pipeline = class {
      constructor(src, dst, cb) {
        this.from = src;
        this.to = dst;
        this.afterPipe = cb;
        this.error = null;
        this.pipeToFinished = false;
      }
      finished() {
        this.pipeToFinished = true;
      }
      done(stream, err) {
        if (err) this.error = err;
        if (stream === this.to) {
          this.to = null;
          if (this.from !== null) {
            if ((this.from._duplexState & READ_DONE) === 0 || !this.pipeToFinished) {
              this.from.destroy(this.error || StreamError.PREMATURE_CLOSE("Writable stream closed"));
            }
            return;
          }
        }
        if (stream === this.from) {
          this.from = null;
          if (this.to !== null) {
            if ((stream._duplexState & READ_DONE) === 0) {
              this.to.destroy(this.error || StreamError.PREMATURE_CLOSE("Readable stream closed"));
            }
            return;
          }
        }
        if (this.afterPipe !== null) this.afterPipe(this.error);
        this.to = this.from = this.afterPipe = null;
      }
    };
    function afterDrain() {
      this.stream._duplexState |= READ_PIPE_DRAINED;
      this.updateCallback();
    }
    function afterFinal(err) {
      const stream = this.stream;
      if (err) stream.destroy(err);
      if ((stream._duplexState & DESTROY_STATUS) === 0) {
        stream._duplexState |= WRITE_DONE;
        stream.emit("finish");
      }
      if ((stream._duplexState & AUTO_DESTROY) === DONE) {
        stream._duplexState |= DESTROYING;
      }
      stream._duplexState &= WRITE_NOT_FINISHING;
      if ((stream._duplexState & WRITE_UPDATING) === 0) {
        this.update();
      } else {
        this.updateNextTick();
      }
    }
    function afterDestroy(err) {
      const stream = this.stream;
      if (!err && !StreamError.isStreamDestroyed(this.error)) err = this.error;
      if (err) stream.emit("error", err);
      stream._duplexState |= DESTROYED;
      stream.emit("close");
      const rs = stream._readableState;
      const ws = stream._writableState;
      if (rs !== null && rs.pipeline !== null) {
        rs.pipeline.done(stream, err);
      }
      if (ws !== null) {
        while (ws.drains !== null && ws.drains.length > 0) {
          ws.drains.shift().resolve(false);
        }
        if (ws.pipeline !== null) {
          ws.pipeline.done(stream, err);
        }
      }
    }
    function afterWrite(err) {
      const stream = this.stream;
      if (err) stream.destroy(err);
      stream._duplexState &= WRITE_NOT_ACTIVE;
      if (this.drains !== null) tickDrains(this.drains);
      if ((stream._duplexState & WRITE_DRAIN_STATUS) === WRITE_UNDRAINED) {
        stream._duplexState &= WRITE_DRAINED;
        if ((stream._duplexState & WRITE_EMIT_DRAIN) === WRITE_EMIT_DRAIN) {
          stream.emit("drain");
        }
      }
      this.updateCallback();
    }
    function afterRead(err) {
      if (err) this.stream.destroy(err);
      this.stream._duplexState &= READ_NOT_ACTIVE;
      if (this.readAhead === false && (this.stream._duplexState & READ_RESUMED) === 0) {
        this.stream._duplexState &= READ_NO_READ_AHEAD;
      }
      this.updateCallback();
    }
    function updateReadNT() {
      if ((this.stream._duplexState & READ_UPDATING) === 0) {
        this.stream._duplexState &= READ_NOT_NEXT_TICK;
        this.update();
      }
    }
    function updateWriteNT() {
      if ((this.stream._duplexState & WRITE_UPDATING) === 0) {
        this.stream._duplexState &= WRITE_NOT_NEXT_TICK;
        this.update();
      }
    }
    function tickDrains(drains) {
      for (let i = 0; i < drains.length; i++) {
        if (--drains[i].writes === 0) {
          drains.shift().resolve(true);
          i--;
        }
      }
    }
    function afterOpen(err) {
      const stream = this.stream;
      if (err) stream.destroy(err);
      if ((stream._duplexState & DESTROYING) === 0) {
        if ((stream._duplexState & READ_PRIMARY_STATUS) === 0) {
          stream._duplexState |= READ_PRIMARY;
        }
        if ((stream._duplexState & WRITE_PRIMARY_STATUS) === 0) {
          stream._duplexState |= WRITE_PRIMARY;
        }
        stream.emit("open");
      }
      stream._duplexState &= NOT_ACTIVE;
      if (stream._writableState !== null) {
        stream._writableState.updateCallback();
      }
      if (stream._readableState !== null) {
        stream._readableState.updateCallback();
      }
    }
    function afterTransform(err, data) {
      if (data !== void 0 && data !== null) this.push(data);
      this._writableState.afterWrite(err);
    }
    function newListener(name) {
      if (this._readableState !== null) {
        if (name === "data") {
          this._duplexState |= READ_EMIT_DATA | READ_RESUMED_READ_AHEAD;
          this._readableState.updateNextTick();
        }
        if (name === "readable") {
          this._duplexState |= READ_EMIT_READABLE;
          this._readableState.updateNextTick();
        }
      }
      if (this._writableState !== null) {
        if (name === "drain") {
          this._duplexState |= WRITE_EMIT_DRAIN;
          this._writableState.updateNextTick();
        }
      }
    }
    var Stream = class extends EventEmitter {
      constructor(opts) {
        super();
        this._duplexState = 0;
        this._readableState = null;
        this._writableState = null;
        if (opts) {
          if (opts.open) this._open = opts.open;
          if (opts.destroy) this._destroy = opts.destroy;
          if (opts.predestroy) this._predestroy = opts.predestroy;
          if (opts.signal) opts.signal.addEventListener("abort", abort.bind(this));
        }
        this.on("newListener", newListener);
      }
      _open(cb) {
        cb(null);
      }
      _destroy(cb) {
        cb(null);
      }
      _predestroy() {
      }
      get readable() {
        return this._readableState !== null ? true : void 0;
      }
      get writable() {
        return this._writableState !== null ? true : void 0;
      }
      get destroyed() {
        return (this._duplexState & DESTROYED) !== 0;
      }
      get destroying() {
        return (this._duplexState & DESTROY_STATUS) !== 0;
      }
      destroy(err) {
        if ((this._duplexState & DESTROY_STATUS) === 0) {
          if (!err) err = StreamError.STREAM_DESTROYED();
          this._duplexState = (this._duplexState | DESTROYING) & NON_PRIMARY;
          if (this._readableState !== null) {
            this._readableState.highWaterMark = 0;
            this._readableState.error = err;
          }
          if (this._writableState !== null) {
            this._writableState.highWaterMark = 0;
            this._writableState.error = err;
          }
          this._duplexState |= PREDESTROYING;
          this._predestroy();
          this._duplexState &= NOT_PREDESTROYING;
          if (this._readableState !== null) {
            this._readableState.updateNextTick();
          }
          if (this._writableState !== null) {
            this._writableState.updateNextTick();
          }
        }
      }
    };
    var Readable2 = class _Readable extends Stream {
      constructor(opts) {
        super(opts);
        this._duplexState |= OPENING | WRITE_DONE | READ_READ_AHEAD;
        this._readableState = new ReadableState(this, opts);
        if (opts) {
          if (this._readableState.readAhead === false) this._duplexState &= READ_NO_READ_AHEAD;
          if (opts.read) this._read = opts.read;
          if (opts.eagerOpen) this._readableState.updateNextTick();
          if (opts.encoding) this.setEncoding(opts.encoding);
        }
      }
      static deferred(fn, opts) {
        const out = new PassThrough(opts);
        fn().then((src) => {
          if (src === null) return out.end();
          if (out.destroying) return;
          pipeline2(src, out, noop);
        }).catch((err) => out.destroy(err));
        return out;
      }
      setEncoding(encoding) {
        const dec = new TextDecoder(encoding);
        const map = this._readableState.map || echo;
        this._readableState.map = mapOrSkip;
        return this;
        function mapOrSkip(data) {
          const next = dec.push(data);
          return next === "" && (data.byteLength !== 0 || dec.remaining > 0) ? null : map(next);
        }
      }
      _read(cb) {
        cb(null);
      }
      pipe(dest, cb) {
        this._readableState.updateNextTick();
        this._readableState.pipe(dest, cb);
        return dest;
      }
      read() {
        this._readableState.updateNextTick();
        return this._readableState.read();
      }
      push(data) {
        this._readableState.updateNextTickIfOpen();
        return this._readableState.push(data);
      }
      unshift(data) {
        this._readableState.updateNextTickIfOpen();
        return this._readableState.unshift(data);
      }
      resume() {
        this._duplexState |= READ_RESUMED_READ_AHEAD;
        this._readableState.updateNextTick();
        return this;
      }
      pause() {
        this._duplexState &= this._readableState.readAhead === false ? READ_PAUSED_NO_READ_AHEAD : READ_PAUSED;
        return this;
      }
      static _fromAsyncIterator(ite, opts) {
        let destroy;
        const rs = new _Readable({
          ...opts,
          read(cb) {
            ite.next().then(push).then(cb.bind(null, null)).catch(cb);
          },
          predestroy() {
            destroy = ite.return();
          },
          destroy(cb) {
            if (!destroy) return cb(null);
            destroy.then(cb.bind(null, null)).catch(cb);
          }
        });
        return rs;
        function push(data) {
          if (data.done) rs.push(null);
          else rs.push(data.value);
        }
      }
      static from(data, opts) {
        if (isReadStreamx(data)) return data;
        if (data[asyncIterator]) return this._fromAsyncIterator(data[asyncIterator](), opts);
        if (!Array.isArray(data)) data = data === void 0 ? [] : [data];
        let i = 0;
        return new _Readable({
          ...opts,
          read(cb) {
            this.push(i === data.length ? null : data[i++]);
            cb(null);
          }
        });
      }
      static isBackpressured(rs) {
        return (rs._duplexState & READ_BACKPRESSURE_STATUS) !== 0 || rs._readableState.buffered >= rs._readableState.highWaterMark;
      }
      static isPaused(rs) {
        return (rs._duplexState & READ_RESUMED) === 0;
      }
      [asyncIterator]() {
        const stream = this;
        let error = null;
        let promiseResolve = null;
        let promiseReject = null;
        this.on("error", (err) => {
          error = err;
        });
        this.on("readable", onreadable);
        this.on("close", onclose);
        return {
          [asyncIterator]() {
            return this;
          },
          next() {
            return new Promise(function(resolve, reject) {
              promiseResolve = resolve;
              promiseReject = reject;
              const data = stream.read();
              if (data !== null) ondata(data);
              else if ((stream._duplexState & DESTROYED) !== 0) ondata(null);
            });
          },
          return() {
            return destroy(null);
          },
          throw(err) {
            return destroy(err);
          }
        };
        function onreadable() {
          if (promiseResolve !== null) ondata(stream.read());
        }
        function onclose() {
          if (promiseResolve !== null) ondata(null);
        }
        function ondata(data) {
          if (promiseReject === null) return;
          if (error) {
            promiseReject(error);
          } else if (data === null && (stream._duplexState & READ_DONE) === 0) {
            promiseReject(StreamError.STREAM_DESTROYED());
          } else {
            promiseResolve({ value: data, done: data === null });
          }
          promiseReject = promiseResolve = null;
        }
        function destroy(err) {
          stream.destroy(err);
          return new Promise((resolve, reject) => {
            if (stream._duplexState & DESTROYED) return resolve({ value: void 0, done: true });
            stream.once("close", function() {
              if (err) reject(err);
              else resolve({ value: void 0, done: true });
            });
          });
        }
      }
    };
    var Writable = class extends Stream {
      constructor(opts) {
        super(opts);
        this._duplexState |= OPENING | READ_DONE;
        this._writableState = new WritableState(this, opts);
        if (opts) {
          if (opts.writev) this._writev = opts.writev;
          if (opts.write) this._write = opts.write;
          if (opts.final) this._final = opts.final;
          if (opts.eagerOpen) this._writableState.updateNextTick();
        }
      }
      cork() {
        this._duplexState |= WRITE_CORKED;
      }
      uncork() {
        this._duplexState &= WRITE_NOT_CORKED;
        this._writableState.updateNextTick();
      }
      _writev(batch, cb) {
        cb(null);
      }
      _write(data, cb) {
        this._writableState.autoBatch(data, cb);
      }
      _final(cb) {
        cb(null);
      }
      static isBackpressured(ws) {
        return (ws._duplexState & WRITE_BACKPRESSURE_STATUS) !== 0;
      }
      static drained(ws) {
        if (ws.destroyed) return Promise.resolve(false);
        const state = ws._writableState;
        const pending = isWritev(ws) ? Math.min(1, state.queue.length) : state.queue.length;
        const writes = pending + (ws._duplexState & WRITE_WRITING ? 1 : 0);
        if (writes === 0) return Promise.resolve(true);
        if (state.drains === null) state.drains = [];
        return new Promise((resolve) => {
          state.drains.push({ writes, resolve });
        });
      }
      write(data) {
        this._writableState.updateNextTick();
        return this._writableState.push(data);
      }
      end(data) {
        this._writableState.updateNextTick();
        this._writableState.end(data);
        return this;
      }
    };
    var Duplex = class extends Readable2 {
      // and Writable
      constructor(opts) {
        super(opts);
        this._duplexState = OPENING | this._duplexState & READ_READ_AHEAD;
        this._writableState = new WritableState(this, opts);
        if (opts) {
          if (opts.writev) this._writev = opts.writev;
          if (opts.write) this._write = opts.write;
          if (opts.final) this._final = opts.final;
        }
      }
      cork() {
        this._duplexState |= WRITE_CORKED;
      }
      uncork() {
        this._duplexState &= WRITE_NOT_CORKED;
        this._writableState.updateNextTick();
      }
      _writev(batch, cb) {
        cb(null);
      }
      _write(data, cb) {
        this._writableState.autoBatch(data, cb);
      }
      _final(cb) {
        cb(null);
      }
      write(data) {
        this._writableState.updateNextTick();
        return this._writableState.push(data);
      }
      end(data) {
        this._writableState.updateNextTick();
        this._writableState.end(data);
        return this;
      }
    };
    var Transform = class extends Duplex {
      constructor(opts) {
        super(opts);
        this._transformState = new TransformState(this);
        if (opts) {
          if (opts.transform) this._transform = opts.transform;
          if (opts.flush) this._flush = opts.flush;
        }
      }
      _write(data, cb) {
        if (this._readableState.buffered >= this._readableState.highWaterMark) {
          this._transformState.data = data;
        } else {
          this._transform(data, this._transformState.afterTransform);
        }
      }
      _read(cb) {
        if (this._transformState.data !== null) {
          const data = this._transformState.data;
          this._transformState.data = null;
          cb(null);
          this._transform(data, this._transformState.afterTransform);
        } else {
          cb(null);
        }
      }
      destroy(err) {
        super.destroy(err);
        if (this._transformState.data !== null) {
          this._transformState.data = null;
          this._transformState.afterTransform();
        }
      }
      _transform(data, cb) {
        cb(null, data);
      }
      _flush(cb) {
        cb(null);
      }
      _final(cb) {
        this._transformState.afterFinal = cb;
        this._flush(transformAfterFlush.bind(this));
      }
    };
    var PassThrough = class extends Transform {
    };
    function transformAfterFlush(err, data) {
      const cb = this._transformState.afterFinal;
      if (err) return cb(err);
      if (data !== null && data !== void 0) this.push(data);
      this.push(null);
      cb(null);
    }
    function pipelinePromise(...streams) {
      return new Promise((resolve, reject) => {
        return pipeline2(...streams, (err) => {
          if (err) return reject(err);
          resolve();
        });
      });
    }
    function pipeline2(stream, ...streams) {
      const all = Array.isArray(stream) ? [...stream, ...streams] : [stream, ...streams];
      const done = all.length && typeof all[all.length - 1] === "function" ? all.pop() : null;
      if (all.length < 2) throw StreamError.BAD_ARGUMENT("Pipeline requires at least 2 streams");
      let src = all[0];
      let dest = null;
      let error = null;
      for (let i = 1; i < all.length; i++) {
        dest = all[i];
        if (isStreamx(src)) {
          src.pipe(dest, onerror);
        } else {
          errorHandle(src, true, i > 1, onerror);
          src.pipe(dest);
        }
        src = dest;
      }
      if (done) {
        let fin = false;
        const autoDestroy = isStreamx(dest) || !!(dest._writableState && dest._writableState.autoDestroy);
        dest.on("error", (err) => {
          if (error === null) error = err;
        });
        dest.on("finish", () => {
          fin = true;
          if (!autoDestroy) done(error);
        });
        if (autoDestroy) {
          dest.on("close", () => done(error || (fin ? null : StreamError.PREMATURE_CLOSE())));
        }
      }
      return dest;
      function errorHandle(s, rd, wr, onerror2) {
        s.on("error", onerror2);
        s.on("close", onclose);
        function onclose() {
          if (rd && s._readableState && !s._readableState.ended) {
            return onerror2(StreamError.PREMATURE_CLOSE());
          }
          if (wr && s._writableState && !s._writableState.ended) {
            return onerror2(StreamError.PREMATURE_CLOSE());
          }
        }
      }
      function onerror(err) {
        if (!err || error) return;
        error = err;
        for (const s of all) {
          s.destroy(err);
        }
      }
    }
    function echo(s) {
      return s;
    }
    function isStream(stream) {
      return !!stream._readableState || !!stream._writableState;
    }
    function isStreamx(stream) {
      return typeof stream._duplexState === "number" && isStream(stream);
    }
    function isEnding(stream) {
      return !!stream._readableState && stream._readableState.ending;
    }
    function isEnded(stream) {
      return !!stream._readableState && stream._readableState.ended;
    }
    function isFinishing(stream) {
      return !!stream._writableState && stream._writableState.ending;
    }
    function isFinished(stream) {
      return !!stream._writableState && stream._writableState.ended;
    }
    function getStreamError(stream, opts = {}) {
      const err = stream._readableState && stream._readableState.error || stream._writableState && stream._writableState.error;
      return !opts.all && StreamError.isStreamDestroyed(err) ? null : err;
    }
    function isReadStreamx(stream) {
      return isStreamx(stream) && stream.readable;
    }
    function isDisturbed(stream) {
      return (stream._duplexState & OPENING) !== OPENING || (stream._duplexState & DESTROYING) === DESTROYING || (stream._duplexState & ACTIVE_OR_TICKING) !== 0;
    }
    function isTypedArray(data) {
      return typeof data === "object" && data !== null && typeof data.byteLength === "number";
    }
    function defaultByteLength(data) {
      return isTypedArray(data) ? data.byteLength : 1024;
    }
    function noop() {
    }
    function abort() {
      this.destroy(StreamError.ABORTED());
    }
    function isWritev(s) {
      return s._writev !== Writable.prototype._writev && s._writev !== Duplex.prototype._writev;
    }
    module.exports = {
      pipeline: pipeline2,
      pipelinePromise,
      isStream,
      isStreamx,
      isEnding,
      isEnded,
      isFinishing,
      isFinished,
      isDisturbed,
      getStreamError,
      Stream,
      Writable,
      Readable: Readable2,
      Duplex,
      Transform,
      // Export PassThrough for compatibility with Node.js core's stream module
      PassThrough
    };
  }
});

// node_modules/tar-stream/headers.js
var require_headers = __commonJS({
  "node_modules/tar-stream/headers.js"(exports) {
    var b4a = require_b4a();
    var ZEROS = "0000000000000000000";
    var SEVENS = "7777777777777777777";
    var ZERO_OFFSET = "0".charCodeAt(0);
    var USTAR_MAGIC = b4a.from([117, 115, 116, 97, 114, 0]);
    var USTAR_VER = b4a.from([ZERO_OFFSET, ZERO_OFFSET]);
    var GNU_MAGIC = b4a.from([117, 115, 116, 97, 114, 32]);
    var GNU_VER = b4a.from([32, 0]);
    var MASK = 4095;
    var MAGIC_OFFSET = 257;
    var VERSION_OFFSET = 263;
    exports.decodeLongPath = function decodeLongPath(buf, encoding) {
      return decodeStr(buf, 0, buf.length, encoding);
    };
    exports.encodePax = function encodePax(opts) {
      let result = "";
      if (opts.name) result += addLength(" path=" + opts.name + "\n");
      if (opts.linkname) result += addLength(" linkpath=" + opts.linkname + "\n");
      const pax = opts.pax;
      if (pax) {
        for (const key in pax) {
          result += addLength(" " + key + "=" + pax[key] + "\n");
        }
      }
      return b4a.from(result);
    };
    exports.decodePax = function decodePax(buf) {
      const result = {};
      while (buf.length) {
        let i = 0;
        while (i < buf.length && buf[i] !== 32) i++;
        const len = parseInt(b4a.toString(buf.subarray(0, i)), 10);
        if (!len) return result;
        const b = b4a.toString(buf.subarray(i + 1, len - 1));
        const keyIndex = b.indexOf("=");
        if (keyIndex === -1) return result;
        result[b.slice(0, keyIndex)] = b.slice(keyIndex + 1);
        buf = buf.subarray(len);
      }
      return result;
    };
    exports.encode = function encode(opts) {
      const buf = b4a.alloc(512);
      let name = opts.name;
      let prefix = "";
      if (opts.typeflag === 5 && name[name.length - 1] !== "/") name += "/";
      if (b4a.byteLength(name) !== name.length) return null;
      while (b4a.byteLength(name) > 100) {
        const i = name.indexOf("/");
        if (i === -1) return null;
        prefix += prefix ? "/" + name.slice(0, i) : name.slice(0, i);
        name = name.slice(i + 1);
      }
      if (b4a.byteLength(name) > 100 || b4a.byteLength(prefix) > 155) return null;
      if (opts.linkname && b4a.byteLength(opts.linkname) > 100) return null;
      b4a.write(buf, name);
      b4a.write(buf, encodeOct(opts.mode & MASK, 6), 100);
      b4a.write(buf, encodeOct(opts.uid, 6), 108);
      b4a.write(buf, encodeOct(opts.gid, 6), 116);
      encodeSize(opts.size, buf, 124);
      b4a.write(buf, encodeOct(opts.mtime.getTime() / 1e3 | 0, 11), 136);
      buf[156] = ZERO_OFFSET + toTypeflag(opts.type);
      if (opts.linkname) b4a.write(buf, opts.linkname, 157);
      b4a.copy(USTAR_MAGIC, buf, MAGIC_OFFSET);
      b4a.copy(USTAR_VER, buf, VERSION_OFFSET);
      if (opts.uname) b4a.write(buf, opts.uname, 265);
      if (opts.gname) b4a.write(buf, opts.gname, 297);
      b4a.write(buf, encodeOct(opts.devmajor || 0, 6), 329);
      b4a.write(buf, encodeOct(opts.devminor || 0, 6), 337);
      if (prefix) b4a.write(buf, prefix, 345);
      b4a.write(buf, encodeOct(cksum(buf), 6), 148);
      return buf;
    };
    exports.decode = function decode(buf, filenameEncoding, allowUnknownFormat) {
      let typeflag = buf[156] === 0 ? 0 : buf[156] - ZERO_OFFSET;
      let name = decodeStr(buf, 0, 100, filenameEncoding);
      const mode = decodeOct(buf, 100, 8);
      const uid = decodeOct(buf, 108, 8);
      const gid = decodeOct(buf, 116, 8);
      const size = decodeOct(buf, 124, 12);
      const mtime = decodeOct(buf, 136, 12);
      const type = toType(typeflag);
      const linkname = buf[157] === 0 ? null : decodeStr(buf, 157, 100, filenameEncoding);
      const uname = decodeStr(buf, 265, 32);
      const gname = decodeStr(buf, 297, 32);
      const devmajor = decodeOct(buf, 329, 8);
      const devminor = decodeOct(buf, 337, 8);
      const c = cksum(buf);
      if (c === 8 * 32) return null;
      if (c !== decodeOct(buf, 148, 8)) throw new Error("Invalid tar header. Maybe the tar is corrupted or it needs to be gunzipped?");
      if (isUSTAR(buf)) {
        if (buf[345]) name = decodeStr(buf, 345, 155, filenameEncoding) + "/" + name;
      } else if (isGNU(buf)) {
      } else {
        if (!allowUnknownFormat) {
          throw new Error("Invalid tar header: unknown format.");
        }
      }
      if (typeflag === 0 && name && name[name.length - 1] === "/") typeflag = 5;
      return {
        name,
        mode,
        uid,
        gid,
        size,
        byteOffset: 0,
        mtime: new Date(1e3 * mtime),
        type,
        linkname,
        uname,
        gname,
        devmajor,
        devminor,
        pax: null
      };
    };
    function isUSTAR(buf) {
      return b4a.equals(USTAR_MAGIC, buf.subarray(MAGIC_OFFSET, MAGIC_OFFSET + 6));
    }
    function isGNU(buf) {
      return b4a.equals(GNU_MAGIC, buf.subarray(MAGIC_OFFSET, MAGIC_OFFSET + 6)) && b4a.equals(GNU_VER, buf.subarray(VERSION_OFFSET, VERSION_OFFSET + 2));
    }
    function clamp(index, len, defaultValue) {
      if (typeof index !== "number") return defaultValue;
      index = ~~index;
      if (index >= len) return len;
      if (index >= 0) return index;
      index += len;
      if (index >= 0) return index;
      return 0;
    }
    function toType(flag) {
      switch (flag) {
        case 0:
          return "file";
        case 1:
          return "link";
        case 2:
          return "symlink";
        case 3:
          return "character-device";
        case 4:
          return "block-device";
        case 5:
          return "directory";
        case 6:
          return "fifo";
        case 7:
          return "contiguous-file";
        case 72:
          return "pax-header";
        case 55:
          return "pax-global-header";
        case 27:
          return "gnu-long-link-path";
        case 28:
        case 30:
          return "gnu-long-path";
      }
      return null;
    }
    function toTypeflag(flag) {
      switch (flag) {
        case "file":
          return 0;
        case "link":
          return 1;
        case "symlink":
          return 2;
        case "character-device":
          return 3;
        case "block-device":
          return 4;
        case "directory":
          return 5;
        case "fifo":
          return 6;
        case "contiguous-file":
          return 7;
        case "pax-header":
          return 72;
      }
      return 0;
    }
    function indexOf(block, num, offset, end) {
      for (; offset < end; offset++) {
        if (block[offset] === num) return offset;
      }
      return end;
    }
    function cksum(block) {
      let sum = 8 * 32;
      for (let i = 0; i < 148; i++) sum += block[i];
      for (let j = 156; j < 512; j++) sum += block[j];
      return sum;
    }
    function encodeOct(val, n) {
      val = val.toString(8);
      if (val.length > n) return SEVENS.slice(0, n) + " ";
      return ZEROS.slice(0, n - val.length) + val + " ";
    }
    function encodeSizeBin(num, buf, off) {
      buf[off] = 128;
      for (let i = 11; i > 0; i--) {
        buf[off + i] = num & 255;
        num = Math.floor(num / 256);
      }
    }
    function encodeSize(num, buf, off) {
      if (num.toString(8).length > 11) {
        encodeSizeBin(num, buf, off);
      } else {
        b4a.write(buf, encodeOct(num, 11), off);
      }
    }
    function parse256(buf) {
      let positive;
      if (buf[0] === 128) positive = true;
      else if (buf[0] === 255) positive = false;
      else return null;
      const tuple = [];
      let i;
      for (i = buf.length - 1; i > 0; i--) {
        const byte = buf[i];
        if (positive) tuple.push(byte);
        else tuple.push(255 - byte);
      }
      let sum = 0;
      const l = tuple.length;
      for (i = 0; i < l; i++) {
        sum += tuple[i] * Math.pow(256, i);
      }
      return positive ? sum : -1 * sum;
    }
    function decodeOct(val, offset, length) {
      val = val.subarray(offset, offset + length);
      offset = 0;
      if (val[offset] & 128) {
        return parse256(val);
      } else {
        while (offset < val.length && val[offset] === 32) offset++;
        const end = clamp(indexOf(val, 32, offset, val.length), val.length, val.length);
        while (offset < end && val[offset] === 0) offset++;
        if (end === offset) return 0;
        return parseInt(b4a.toString(val.subarray(offset, end)), 8);
      }
    }
    function decodeStr(val, offset, length, encoding) {
      return b4a.toString(val.subarray(offset, indexOf(val, 0, offset, offset + length)), encoding);
    }
    function addLength(str) {
      const len = b4a.byteLength(str);
      let digits = Math.floor(Math.log(len) / Math.log(10)) + 1;
      if (len + digits >= Math.pow(10, digits)) digits++;
      return len + digits + str;
    }
  }
});

// node_modules/tar-stream/extract.js
var require_extract = __commonJS({
  "node_modules/tar-stream/extract.js"(exports, module) {
    var { Writable, Readable: Readable2, getStreamError } = require_streamx();
    var FIFO = require_fast_fifo();
    var b4a = require_b4a();
    var headers = require_headers();
    var EMPTY = b4a.alloc(0);
    var MAX_HEADER_SIZE = 4 * 1024 * 1024;
    var BufferList = class {
      constructor() {
        this.buffered = 0;
        this.shifted = 0;
        this.queue = new FIFO();
        this._offset = 0;
      }
      push(buffer) {
        this.buffered += buffer.byteLength;
        this.queue.push(buffer);
      }
      shiftFirst(size) {
        return this.buffered === 0 ? null : this._next(size);
      }
      shift(size) {
        if (size > this.buffered) return null;
        if (size === 0) return EMPTY;
        let chunk = this._next(size);
        if (size === chunk.byteLength) return chunk;
        const chunks = [chunk];
        while ((size -= chunk.byteLength) > 0) {
          chunk = this._next(size);
          chunks.push(chunk);
        }
        return b4a.concat(chunks);
      }
      _next(size) {
        const buf = this.queue.peek();
        const rem = buf.byteLength - this._offset;
        if (size >= rem) {
          const sub = this._offset ? buf.subarray(this._offset, buf.byteLength) : buf;
          this.queue.shift();
          this._offset = 0;
          this.buffered -= rem;
          this.shifted += rem;
          return sub;
        }
        this.buffered -= size;
        this.shifted += size;
        return buf.subarray(this._offset, this._offset += size);
      }
    };
    var Source = class extends Readable2 {
      constructor(self, header, offset) {
        super();
        this.header = header;
        this.offset = offset;
        this._parent = self;
      }
      _read(cb) {
        if (this.header.size === 0) {
          this.push(null);
        }
        if (this._parent._stream === this) {
          this._parent._update();
        }
        cb(null);
      }
      _predestroy() {
        this._parent.destroy(getStreamError(this));
      }
      _detach() {
        if (this._parent._stream === this) {
          this._parent._stream = null;
          this._parent._missing = overflow(this.header.size);
          this._parent._update();
        }
      }
      _destroy(cb) {
        this._detach();
        cb(null);
      }
    };
    var Extract = class extends Writable {
      constructor(opts) {
        super(opts);
        if (!opts) opts = {};
        this._buffer = new BufferList();
        this._offset = 0;
        this._header = null;
        this._stream = null;
        this._missing = 0;
        this._longHeader = false;
        this._callback = noop;
        this._locked = false;
        this._finished = false;
        this._pax = null;
        this._paxGlobal = null;
        this._gnuLongPath = null;
        this._gnuLongLinkPath = null;
        this._filenameEncoding = opts.filenameEncoding || "utf-8";
        this._allowUnknownFormat = !!opts.allowUnknownFormat;
        this._unlockBound = this._unlock.bind(this);
      }
      _unlock(err) {
        this._locked = false;
        if (err) {
          this.destroy(err);
          this._continueWrite(err);
          return;
        }
        this._update();
      }
      _consumeHeader() {
        if (this._locked) return false;
        this._offset = this._buffer.shifted;
        try {
          this._header = headers.decode(this._buffer.shift(512), this._filenameEncoding, this._allowUnknownFormat);
        } catch (err) {
          this._continueWrite(err);
          return false;
        }
        if (!this._header) return true;
        this._header.byteOffset = this._buffer.shifted;
        switch (this._header.type) {
          case "gnu-long-path":
          case "gnu-long-link-path":
          case "pax-global-header":
          case "pax-header":
            this._longHeader = true;
            this._missing = this._header.size;
            if (this._missing > MAX_HEADER_SIZE) {
              this._continueWrite(new Error("Header exceeds max size"));
              return false;
            }
            return true;
        }
        this._locked = true;
        this._applyLongHeaders();
        if (!(this._header.size >= 0)) {
          this._continueWrite(new Error("Invalid header"));
          return false;
        }
        if (this._header.size === 0 || this._header.type === "directory") {
          this.emit("entry", this._header, this._createStream(), this._unlockBound);
          return true;
        }
        this._stream = this._createStream();
        this._missing = this._header.size;
        this.emit("entry", this._header, this._stream, this._unlockBound);
        return true;
      }
      _applyLongHeaders() {
        if (this._gnuLongPath) {
          this._header.name = this._gnuLongPath;
          this._gnuLongPath = null;
        }
        if (this._gnuLongLinkPath) {
          this._header.linkname = this._gnuLongLinkPath;
          this._gnuLongLinkPath = null;
        }
        if (this._pax) {
          if (this._pax.path) this._header.name = this._pax.path;
          if (this._pax.linkpath) this._header.linkname = this._pax.linkpath;
          if (this._pax.size) this._header.size = parseInt(this._pax.size, 10);
          this._header.pax = this._pax;
          this._pax = null;
        }
      }
      _decodeLongHeader(buf) {
        switch (this._header.type) {
          case "gnu-long-path":
            this._gnuLongPath = headers.decodeLongPath(buf, this._filenameEncoding);
            break;
          case "gnu-long-link-path":
            this._gnuLongLinkPath = headers.decodeLongPath(buf, this._filenameEncoding);
            break;
          case "pax-global-header":
            this._paxGlobal = headers.decodePax(buf);
            break;
          case "pax-header":
            this._pax = this._paxGlobal === null ? headers.decodePax(buf) : Object.assign({}, this._paxGlobal, headers.decodePax(buf));
            break;
        }
      }
      _consumeLongHeader() {
        this._longHeader = false;
        this._missing = overflow(this._header.size);
        const buf = this._buffer.shift(this._header.size);
        try {
          this._decodeLongHeader(buf);
        } catch (err) {
          this._continueWrite(err);
          return false;
        }
        return true;
      }
      _consumeStream() {
        const buf = this._buffer.shiftFirst(this._missing);
        if (buf === null) return false;
        this._missing -= buf.byteLength;
        const drained = this._stream.push(buf);
        if (this._missing === 0) {
          this._stream.push(null);
          if (drained) this._stream._detach();
          return drained && this._locked === false;
        }
        return drained;
      }
      _createStream() {
        return new Source(this, this._header, this._offset);
      }
      _update() {
        while (this._buffer.buffered > 0 && !this.destroying) {
          if (this._missing > 0) {
            if (this._stream !== null) {
              if (this._consumeStream() === false) return;
              continue;
            }
            if (this._longHeader === true) {
              if (this._missing > this._buffer.buffered) break;
              if (this._consumeLongHeader() === false) return false;
              continue;
            }
            const ignore = this._buffer.shiftFirst(this._missing);
            if (ignore !== null) this._missing -= ignore.byteLength;
            continue;
          }
          if (this._buffer.buffered < 512) break;
          if (this._stream !== null || this._consumeHeader() === false) return;
        }
        this._continueWrite(null);
      }
      _continueWrite(err) {
        const cb = this._callback;
        this._callback = noop;
        cb(err);
      }
      _write(data, cb) {
        this._callback = cb;
        this._buffer.push(data);
        this._update();
      }
      _final(cb) {
        this._finished = this._missing === 0 && this._buffer.buffered === 0;
        cb(this._finished ? null : new Error("Unexpected end of data"));
      }
      _predestroy() {
        this._continueWrite(null);
      }
      _destroy(cb) {
        if (this._stream) this._stream.destroy(getStreamError(this));
        cb(null);
      }
      [Symbol.asyncIterator]() {
        let error = null;
        let promiseResolve = null;
        let promiseReject = null;
        let entryStream = null;
        let entryCallback = null;
        const extract2 = this;
        this.on("entry", onentry);
        this.on("error", (err) => {
          error = err;
        });
        this.on("close", onclose);
        return {
          [Symbol.asyncIterator]() {
            return this;
          },
          next() {
            return new Promise(onnext);
          },
          return() {
            return destroy(null);
          },
          throw(err) {
            return destroy(err);
          }
        };
        function consumeCallback(err) {
          if (!entryCallback) return;
          const cb = entryCallback;
          entryCallback = null;
          cb(err);
        }
        function onnext(resolve, reject) {
          if (error) {
            return reject(error);
          }
          if (entryStream) {
            resolve({ value: entryStream, done: false });
            entryStream = null;
            return;
          }
          promiseResolve = resolve;
          promiseReject = reject;
          consumeCallback(null);
          if (extract2._finished && promiseResolve) {
            promiseResolve({ value: void 0, done: true });
            promiseResolve = promiseReject = null;
          }
        }
        function onentry(header, stream, callback) {
          entryCallback = callback;
          stream.on("error", noop);
          if (promiseResolve) {
            promiseResolve({ value: stream, done: false });
            promiseResolve = promiseReject = null;
          } else {
            entryStream = stream;
          }
        }
        function onclose() {
          consumeCallback(error);
          if (!promiseResolve) return;
          if (error) promiseReject(error);
          else promiseResolve({ value: void 0, done: true });
          promiseResolve = promiseReject = null;
        }
        function destroy(err) {
          extract2.destroy(err);
          consumeCallback(err);
          return new Promise((resolve, reject) => {
            if (extract2.destroyed) return resolve({ value: void 0, done: true });
            extract2.once("close", function() {
              if (err) reject(err);
              else resolve({ value: void 0, done: true });
            });
          });
        }
      }
    };
    module.exports = function extract2(opts) {
      return new Extract(opts);
    };
    function noop() {
    }
    function overflow(size) {
      size &= 511;
      return size && 512 - size;
    }
  }
});

// node_modules/tar-stream/constants.js
var require_constants = __commonJS({
  "node_modules/tar-stream/constants.js"(exports, module) {
    var constants2 = {
      // just for envs without fs
      S_IFMT: 61440,
      S_IFDIR: 16384,
      S_IFCHR: 8192,
      S_IFBLK: 24576,
      S_IFIFO: 4096,
      S_IFLNK: 40960
    };
    try {
      module.exports = __require("fs").constants || constants2;
    } catch {
      module.exports = constants2;
    }
  }
});

// node_modules/tar-stream/pack.js
var require_pack = __commonJS({
  "node_modules/tar-stream/pack.js"(exports, module) {
    var { Readable: Readable2, Writable, getStreamError } = require_streamx();
    var b4a = require_b4a();
    var constants2 = require_constants();
    var headers = require_headers();
    var DMODE = 493;
    var FMODE = 420;
    var END_OF_TAR = b4a.alloc(1024);
    var Sink = class extends Writable {
      constructor(pack, header, callback) {
        super({ mapWritable, eagerOpen: true });
        this.written = 0;
        this.header = header;
        this._callback = callback;
        this._linkname = null;
        this._isLinkname = header.type === "symlink" && !header.linkname;
        this._isVoid = header.type !== "file" && header.type !== "contiguous-file";
        this._finished = false;
        this._pack = pack;
        this._openCallback = null;
        if (this._pack._stream === null) this._pack._stream = this;
        else this._pack._pending.push(this);
      }
      _open(cb) {
        this._openCallback = cb;
        if (this._pack._stream === this) this._continueOpen();
      }
      _continuePack(err) {
        if (this._callback === null) return;
        const callback = this._callback;
        this._callback = null;
        callback(err);
      }
      _continueOpen() {
        if (this._pack._stream === null) this._pack._stream = this;
        const cb = this._openCallback;
        this._openCallback = null;
        if (cb === null) return;
        if (this._pack.destroying) return cb(new Error("pack stream destroyed"));
        if (this._pack._finalized) return cb(new Error("pack stream is already finalized"));
        this._pack._stream = this;
        if (!this._isLinkname) {
          this._pack._encode(this.header);
        }
        if (this._isVoid) {
          this._finish();
          this._continuePack(null);
        }
        cb(null);
      }
      _write(data, cb) {
        if (this._isLinkname) {
          this._linkname = this._linkname ? b4a.concat([this._linkname, data]) : data;
          return cb(null);
        }
        if (this._isVoid) {
          if (data.byteLength > 0) {
            return cb(new Error("No body allowed for this entry"));
          }
          return cb();
        }
        this.written += data.byteLength;
        if (this._pack.push(data)) return cb();
        this._pack._drain = cb;
      }
      _finish() {
        if (this._finished) return;
        this._finished = true;
        if (this._isLinkname) {
          this.header.linkname = this._linkname ? b4a.toString(this._linkname, "utf-8") : "";
          this._pack._encode(this.header);
        }
        overflow(this._pack, this.header.size);
        this._pack._done(this);
      }
      _final(cb) {
        if (this.written !== this.header.size) {
          return cb(new Error("Size mismatch"));
        }
        this._finish();
        cb(null);
      }
      _getError() {
        return getStreamError(this) || new Error("tar entry destroyed");
      }
      _predestroy() {
        this._pack.destroy(this._getError());
      }
      _destroy(cb) {
        this._pack._done(this);
        this._continuePack(this._finished ? null : this._getError());
        cb();
      }
    };
    var Pack = class extends Readable2 {
      constructor(opts) {
        super(opts);
        this._drain = noop;
        this._finalized = false;
        this._finalizing = false;
        this._pending = [];
        this._stream = null;
      }
      entry(header, buffer, callback) {
        if (this._finalized || this.destroying) throw new Error("already finalized or destroyed");
        if (typeof buffer === "function") {
          callback = buffer;
          buffer = null;
        }
        if (!callback) callback = noop;
        if (!header.size || header.type === "symlink") header.size = 0;
        if (!header.type) header.type = modeToType(header.mode);
        if (!header.mode) header.mode = header.type === "directory" ? DMODE : FMODE;
        if (!header.uid) header.uid = 0;
        if (!header.gid) header.gid = 0;
        if (!header.mtime) header.mtime = /* @__PURE__ */ new Date();
        if (typeof buffer === "string") buffer = b4a.from(buffer);
        const sink = new Sink(this, header, callback);
        if (b4a.isBuffer(buffer)) {
          header.size = buffer.byteLength;
          sink.write(buffer);
          sink.end();
          return sink;
        }
        if (sink._isVoid) {
          return sink;
        }
        return sink;
      }
      finalize() {
        if (this._stream || this._pending.length > 0) {
          this._finalizing = true;
          return;
        }
        if (this._finalized) return;
        this._finalized = true;
        this.push(END_OF_TAR);
        this.push(null);
      }
      _done(stream) {
        if (stream !== this._stream) return;
        this._stream = null;
        if (this._finalizing) this.finalize();
        if (this._pending.length) this._pending.shift()._continueOpen();
      }
      _encode(header) {
        if (!header.pax) {
          const buf = headers.encode(header);
          if (buf) {
            this.push(buf);
            return;
          }
        }
        this._encodePax(header);
      }
      _encodePax(header) {
        const paxHeader = headers.encodePax({
          name: header.name,
          linkname: header.linkname,
          pax: header.pax
        });
        const newHeader = {
          name: "PaxHeader",
          mode: header.mode,
          uid: header.uid,
          gid: header.gid,
          size: paxHeader.byteLength,
          mtime: header.mtime,
          type: "pax-header",
          linkname: header.linkname && "PaxHeader",
          uname: header.uname,
          gname: header.gname,
          devmajor: header.devmajor,
          devminor: header.devminor
        };
        this.push(headers.encode(newHeader));
        this.push(paxHeader);
        overflow(this, paxHeader.byteLength);
        newHeader.size = header.size;
        newHeader.type = header.type;
        this.push(headers.encode(newHeader));
      }
      _doDrain() {
        const drain = this._drain;
        this._drain = noop;
        drain();
      }
      _predestroy() {
        const err = getStreamError(this);
        if (this._stream) this._stream.destroy(err);
        while (this._pending.length) {
          const stream = this._pending.shift();
          stream.destroy(err);
          stream._continueOpen();
        }
        this._doDrain();
      }
      _read(cb) {
        this._doDrain();
        cb();
      }
    };
    module.exports = function pack(opts) {
      return new Pack(opts);
    };
    function modeToType(mode) {
      switch (mode & constants2.S_IFMT) {
        case constants2.S_IFBLK:
          return "block-device";
        case constants2.S_IFCHR:
          return "character-device";
        case constants2.S_IFDIR:
          return "directory";
        case constants2.S_IFIFO:
          return "fifo";
        case constants2.S_IFLNK:
          return "symlink";
      }
      return "file";
    }
    function noop() {
    }
    function overflow(self, size) {
      size &= 511;
      if (size) self.push(END_OF_TAR.subarray(0, 512 - size));
    }
    function mapWritable(buf) {
      return b4a.isBuffer(buf) ? buf : b4a.from(buf);
    }
  }
});

// node_modules/tar-stream/index.js
var require_tar_stream = __commonJS({
  "node_modules/tar-stream/index.js"(exports) {
    exports.extract = require_extract();
    exports.pack = require_pack();
  }
});

// actions/engine/layers.ts
var import_tar_stream = __toESM(require_tar_stream(), 1);
import { Readable } from "node:stream";

// actions/engine/stored-layers.ts
import { closeSync as closeSync2, createReadStream, realpathSync as realpathSync2 } from "node:fs";
import { readFile } from "node:fs/promises";
import { join as join2 } from "node:path";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";

// actions/engine/layer-files.ts
import { closeSync, constants, fstatSync, openSync, readSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
function bytesIn(base64) {
  const bytes = Buffer.from(base64, "base64");
  let done = 0;
  const fill = (target) => {
    const count = bytes.copy(target, 0, done);
    done += count;
    return count;
  };
  return { fill, close: () => {
  } };
}
var LayerFiles = class {
  #root;
  #folders = /* @__PURE__ */ new Set();
  constructor(root) {
    this.#root = root;
  }
  open({ name = "", name_raw: raw, size = 0 }) {
    const path = join(this.#root, raw ? Buffer.from(raw, "base64").toString() : name);
    this.#requireInside(dirname(path));
    const file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    if (fstatSync(file).size === size) return file;
    closeSync(file);
    throw new Error(`${path} is not as it was stored.`);
  }
  read(segment) {
    const file = this.open(segment);
    let left = segment.size ?? 0;
    const fill = (target) => {
      const count = readSync(file, target, 0, Math.min(left, target.length), null);
      if (count === 0 && left > 0) throw new Error("A file of the layer ended too early.");
      left -= count;
      return count;
    };
    return { fill, close: () => closeSync(file) };
  }
  #requireInside(folder2) {
    if (this.#folders.has(folder2)) return;
    const inside = folder2 === this.#root || folder2.startsWith(`${this.#root}/`);
    if (!inside || realpathSync.native(folder2) !== folder2)
      throw new Error(`${folder2} is not the layer's own.`);
    this.#folders.add(folder2);
  }
};

// actions/engine/stored-layers.ts
var FOLDERS = {
  overlay: (id) => join2("overlay", id, "diff"),
  vfs: (id) => join2("vfs/dir", id)
};
var BLOCK = 64 * 1024;
async function findStoredLayers(store, digests) {
  const folderOf = FOLDERS[store.driver];
  if (!folderOf) return void 0;
  try {
    const records = join2(store.root, `${store.driver}-layers`);
    const stored = JSON.parse(await readFile(join2(records, "layers.json"), "utf8"));
    const byDigest = new Map(stored.map((layer) => [layer["diff-digest"], layer]));
    const layers = [...new Set(digests)].map((digest) => {
      const { id, "diff-size": size } = byDigest.get(digest) ?? {};
      if (typeof id !== "string" || typeof size !== "number") throw new Error(`${digest} is not stored.`);
      const recipe = join2(records, `${id}.tar-split.gz`);
      return { digest, size, recipe, folder: realpathSync2(join2(store.root, folderOf(id))) };
    });
    for (const layer of layers) await requireReadable(layer);
    return layers;
  } catch {
    return void 0;
  }
}
async function requireReadable(layer) {
  const files = new LayerFiles(layer.folder);
  for await (const segments of segmentsOf(layer))
    for (const segment of segments) if (segment.type === 1) closeSync2(files.open(segment));
}
async function* tarOf(layer) {
  const files = new LayerFiles(layer.folder);
  let block = Buffer.allocUnsafe(BLOCK);
  let filled = 0;
  for await (const segments of segmentsOf(layer)) {
    for (const segment of segments) {
      const source = segment.type === 2 ? bytesIn(segment.payload) : files.read(segment);
      try {
        for (let count = 1; count > 0; ) {
          count = source.fill(block.subarray(filled));
          filled += count;
          if (filled < BLOCK) continue;
          yield block;
          block = Buffer.allocUnsafe(BLOCK);
          filled = 0;
        }
      } finally {
        source.close();
      }
    }
  }
  yield block.subarray(0, filled);
}
async function* segmentsOf({ recipe }) {
  let rest = "";
  const text = pipeline(createReadStream(recipe), createGunzip(), () => {
  }).setEncoding("utf8");
  for await (const part of text) {
    const lines = `${rest}${part}`.split("\n");
    rest = lines.pop() ?? "";
    yield lines.flatMap(segmentIn);
  }
  yield segmentIn(rest);
}
function segmentIn(line) {
  if (line === "") return [];
  const segment = JSON.parse(line);
  return segment.type === 2 || segment.size ? [segment] : [];
}

// actions/engine/layers.ts
async function readLayers(engine, request) {
  const { image, onEntry, signal } = request;
  const stored = image.store && await findStoredLayers(image.store, image.layers);
  if (!stored) return readSavedLayers(engine, request);
  for (const layer of stored) {
    const tar = Readable.from(tarOf(layer), { objectMode: false, ...signal ? { signal } : {} });
    await readLayer(tar, (header) => onEntry(entryOf(header), layer.digest)).catch((error) => {
      throw signal?.aborted ? new CancelledError() : error;
    });
  }
  return new Map(stored.map(({ digest, size }) => [digest, size]));
}
async function readSavedLayers(engine, { image, onEntry, signal }) {
  const missing2 = new Set(image.layers);
  const sizes = /* @__PURE__ */ new Map();
  let unreadable;
  const read = async (archive) => {
    try {
      for await (const file of filesOf(archive)) {
        const layer = layerOf(file.header);
        if (!missing2.delete(layer)) {
          file.resume();
          continue;
        }
        await readLayer(file, (header) => onEntry(entryOf(header), layer));
        sizes.set(layer, file.header.size);
      }
    } catch (error) {
      unreadable = error;
    }
  };
  const args = ["save", "--quiet", "--format", "docker-archive", "--", image.name];
  await engine.run("podman", args, { env: engine.env, read, ...signal ? { signal } : {} }).catch((error) => {
    const hint = "Free space there, or set TMPDIR to a larger disk.";
    throw notWorking(noSpace(error, "podman's temporary files", hint), "podman can't save the image");
  });
  if (unreadable !== void 0) throw unreadable;
  if (missing2.size > 0) throw new Error(`podman saved the image without its layer ${[...missing2][0]}.`);
  return sizes;
}
function filesOf(archive) {
  return archive.pipe((0, import_tar_stream.extract)());
}
function layerOf(header) {
  return `sha256:${header.type === "file" ? header.name.replace(/\.tar$/, "") : ""}`;
}
function readLayer(file, onHeader) {
  const layer = (0, import_tar_stream.extract)();
  layer.on("entry", (header, content, next) => {
    try {
      const reader = onHeader(header);
      if (reader) content.on("data", (bytes) => reader.take(bytes));
      content.on("end", () => {
        reader?.end();
        next();
      });
      content.on("error", () => {
      });
      content.resume();
    } catch (error) {
      next(error);
    }
  });
  return new Promise((resolve, reject) => {
    layer.on("finish", resolve);
    layer.on("error", reject);
    file.on("error", reject);
    file.pipe(layer);
  });
}
var TYPES = {
  directory: "directory",
  symlink: "link",
  link: "hard-link",
  "character-device": "device",
  "block-device": "device",
  fifo: "device"
};
function entryOf(header) {
  const type = TYPES[header.type] ?? "file";
  const target = header.linkname ?? "";
  const pax = header.pax ?? {};
  return {
    path: fromRoot(header.name),
    type,
    mode: header.mode & 4095,
    uid: Number(pax.uid ?? header.uid),
    gid: Number(pax.gid ?? header.gid),
    size: header.size,
    target: type === "hard-link" ? fromRoot(target) : target
  };
}
var EMPTY_PART = /(?:^|\/)\.{0,2}(?:\/|$)/;
function fromRoot(path) {
  if (!EMPTY_PART.test(path)) return path;
  const parts = [];
  for (const part of path.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return parts.join("/");
}

// actions/checks/contents/tree.ts
var WHITEOUT = ".wh.";
var OPAQUE = ".wh..wh..opq";
var MOST_LINKS = 40;
var Tree = class {
  root = folder("");
  /** Whiteouts speak of the layers below alone, wherever they stand in the layer. */
  add(layer, entries) {
    for (const entry of entries) this.#takeAway(entry.path);
    for (const entry of entries) if (!baseOf(entry.path).startsWith(WHITEOUT)) this.#put(entry, layer);
  }
  /** What lies at this path itself; no link is followed. */
  at(path) {
    let node = this.root;
    for (const part of partsOf(path)) node = node?.children?.get(part);
    return node;
  }
  /** Links lead to paths of the image, never out of it. */
  resolve(path, { followLast = true } = {}) {
    const rest = partsOf(path).reverse();
    let trail = [this.root];
    let links = 0;
    let link;
    for (let part = rest.pop(); part !== void 0; part = rest.pop()) {
      if (part === ".") continue;
      if (part === "..") {
        if (trail.length > 1) trail.pop();
        continue;
      }
      const node = trail.at(-1)?.children?.get(part);
      if (!node) return { node: void 0, reason: "missing", ...link === void 0 ? {} : { link } };
      if (node.entry.type !== "link" || rest.length === 0 && !followLast) {
        trail.push(node);
        continue;
      }
      link = node.entry.target;
      links += 1;
      if (links > MOST_LINKS) return { node: void 0, reason: "loop", link };
      if (link.startsWith("/")) trail = [this.root];
      rest.push(...partsOf(link).reverse());
    }
    return { node: trail.at(-1) ?? this.root };
  }
  /** Every path but the root's, with a slash in front. */
  *paths() {
    const open = [["", this.root]];
    for (let next = open.pop(); next; next = open.pop()) {
      for (const [name, node] of next[1].children ?? []) {
        const path = `${next[0]}/${name}`;
        yield [path, node];
        if (node.children) open.push([path, node]);
      }
    }
  }
  #takeAway(path) {
    const name = baseOf(path);
    if (!name.startsWith(WHITEOUT)) return;
    const parent = this.at(path.slice(0, -name.length));
    if (name === OPAQUE) parent?.children?.clear();
    else parent?.children?.delete(name.slice(WHITEOUT.length));
  }
  #put(entry, layer) {
    const parts = partsOf(entry.path);
    const name = parts.pop();
    if (name === void 0) {
      Object.assign(this.root, { entry, layer });
      return;
    }
    const siblings = this.#folderAt(parts);
    const linked = entry.type === "hard-link" ? this.at(entry.target) : void 0;
    if (entry.type === "directory") {
      const children = siblings.get(name)?.children ?? /* @__PURE__ */ new Map();
      siblings.set(name, { entry, layer, children });
    } else siblings.set(name, linked ?? { entry, layer, children: void 0 });
  }
  /** A layer may leave out the folders on the way; what is no folder there gives way to one. */
  #folderAt(parts) {
    let children = this.root.children ?? /* @__PURE__ */ new Map();
    let path = "";
    for (const part of parts) {
      path = path === "" ? part : `${path}/${part}`;
      let node = children.get(part);
      if (!node?.children) {
        node = folder(path);
        children.set(part, node);
      }
      children = node.children ?? /* @__PURE__ */ new Map();
    }
    return children;
  }
};
function folder(path) {
  const entry = { path, type: "directory", mode: 493, uid: 0, gid: 0, size: 0, target: "" };
  return { entry, layer: void 0, children: /* @__PURE__ */ new Map() };
}
function partsOf(path) {
  return path.split("/").filter((part) => part !== "");
}
function baseOf(path) {
  return path.slice(path.lastIndexOf("/") + 1);
}

// actions/checks/contents/users.ts
var Users = class {
  #users;
  #groups;
  constructor(passwd, group) {
    this.#users = accountsIn(passwd);
    this.#groups = accountsIn(group);
  }
  /** USER as an engine reads it: a name or an id, and perhaps a group; nothing means root. */
  whoIs(user) {
    const [name = "", group] = user.split(":");
    const account = find(this.#users, name === "" ? "0" : name);
    const uid = account?.id ?? idOf(name === "" ? "0" : name);
    const gid = group ? this.gid(group) : account?.group ?? (uid === void 0 ? void 0 : 0);
    return {
      ...account ? { name: account.name } : {},
      ...uid === void 0 ? {} : { uid },
      ...gid === void 0 ? {} : { gid }
    };
  }
  uid(user) {
    return find(this.#users, user)?.id ?? idOf(user);
  }
  gid(group) {
    return find(this.#groups, group)?.id ?? idOf(group);
  }
  /** `app:app`; ids where there are no names. */
  ownerOf({ uid, gid }) {
    const name = (accounts, id) => accounts.find((account) => account.id === id)?.name ?? String(id);
    return `${name(this.#users, uid)}:${name(this.#groups, gid)}`;
  }
};
function find(accounts, wanted) {
  const id = idOf(wanted);
  return accounts.find((account) => account.name === wanted) ?? accounts.find((account) => account.id === id);
}
function idOf(text) {
  return /^\d{1,10}$/.test(text) ? Number(text) : void 0;
}
function accountsIn(text) {
  return text.split("\n").flatMap((line) => {
    const [name = "", , id = "", group = ""] = line.split(":");
    const number = idOf(id);
    return name === "" || number === void 0 ? [] : [{ name, id: number, group: idOf(group) ?? 0 }];
  });
}

// actions/checks/contents/contents.ts
var LONGEST_TEXT = 4 * 1024 * 1024;
var PASSWD = "/etc/passwd";
var GROUP = "/etc/group";
async function readContents(engine, image, request) {
  const asked = [...request.texts, PASSWD, GROUP];
  const texts = new Texts();
  const layers = new Map(image.layers.map((layer) => [layer, []]));
  const wanted = new Set(asked.map((path) => path.slice(1)));
  const onEntry = (entry, layer) => {
    layers.get(layer)?.push(entry);
    if (entry.type !== "file") return void 0;
    const reader = request.onFile?.(entry, layer);
    return wanted.has(entry.path) ? both(texts.reader(entry, layer), reader) : reader;
  };
  const signal = request.signal ? { signal: request.signal } : {};
  const sizes = await readLayers(engine, { image, onEntry, ...signal });
  const tree = treeOf(image.layers, layers);
  await readBehindLinks(engine, image, { asked, tree, texts });
  const textOf = (path) => texts.of(tree.resolve(path));
  return {
    tree,
    layers,
    users: new Users(textOf(PASSWD) ?? "", textOf(GROUP) ?? ""),
    size: image.layers.reduce((sum, layer) => sum + (sizes.get(layer) ?? 0), 0),
    sizes,
    textOf
  };
}
function treeOf(order, layers) {
  const tree = new Tree();
  for (const layer of order) tree.add(layer, layers.get(layer) ?? []);
  return tree;
}
async function readBehindLinks(engine, image, { asked, tree, texts }) {
  const missed = asked.map((path) => tree.resolve(path)).filter((found) => texts.misses(found.node));
  const keys = new Set(missed.flatMap(({ node }) => node?.layer ? [keyOf(node.entry, node.layer)] : []));
  if (keys.size === 0) return;
  const onEntry = (entry, layer) => keys.has(keyOf(entry, layer)) ? texts.reader(entry, layer) : void 0;
  await readLayers(engine, { image, onEntry });
}
var Texts = class {
  #texts = /* @__PURE__ */ new Map();
  reader(entry, layer) {
    if (entry.size > LONGEST_TEXT) return void 0;
    const parts = [];
    return {
      take: (bytes) => parts.push(bytes),
      end: () => this.#texts.set(keyOf(entry, layer), Buffer.concat(parts).toString())
    };
  }
  of({ node }) {
    if (!node?.layer || node.entry.type !== "file") return void 0;
    return this.#texts.get(keyOf(node.entry, node.layer));
  }
  misses(node) {
    if (node?.entry.type !== "file" || !node.layer) return false;
    return node.entry.size <= LONGEST_TEXT && !this.#texts.has(keyOf(node.entry, node.layer));
  }
};
function keyOf(entry, layer) {
  return `${layer}/${entry.path}`;
}
function both(first, second) {
  if (!first || !second) return first ?? second;
  return {
    take: (bytes) => {
      first.take(bytes);
      second.take(bytes);
    },
    end: () => {
      first.end();
      second.end();
    }
  };
}

// actions/checks/hardening/distributions.ts
var BIN = ["chage", "chfn", "chsh", "expiry", "gpasswd", "mount", "newgrp", "passwd", "su", "umount"];
var WRITE = ["wall", "write", "bsd-write"];
var SBIN = ["unix_chkpwd", "pam_extrausers_chkpwd", "pam_timestamp_check"];
var SHIPPED = /* @__PURE__ */ new Set([
  ...["/usr/bin", "/bin"].flatMap((folder2) => [...BIN, ...WRITE].map((name) => `${folder2}/${name}`)),
  ...["/usr/sbin", "/sbin", "/usr/bin"].flatMap((folder2) => SBIN.map((name) => `${folder2}/${name}`)),
  "/usr/libexec/utempter/utempter",
  "/usr/libexec/dbus-1/dbus-daemon-launch-helper"
]);
function isShipped(path) {
  return SHIPPED.has(path);
}

// actions/checks/hardening/package-caches.ts
var TOOLS = [
  {
    name: "apt",
    path: /^(\/var\/lib\/apt\/lists)\/(?!lock$)|^(\/var\/cache\/apt)\/(?:archives\/.*\.deb$|[^/]+\.bin$)/,
    remedy: "End the RUN that installs with: && rm -rf /var/lib/apt/lists/* /var/cache/apt/archives/*.deb /var/cache/apt/*.bin"
  },
  {
    name: "apk",
    path: /^(\/var\/cache\/apk|\/etc\/apk\/cache)\//,
    remedy: "Install with: apk add --no-cache"
  },
  {
    name: "dnf",
    path: /^(\/var\/cache\/(?:dnf|yum|libdnf5|zypp))\//,
    remedy: "End the RUN that installs with: && dnf clean all && rm -rf /var/cache/dnf /var/cache/libdnf5 /var/cache/yum"
  },
  {
    name: "pip",
    path: /^((?:\/.*)?\/\.cache\/pip)\//,
    remedy: "Install with: pip install --no-cache-dir, or keep the cache out of the image: RUN --mount=type=cache,target=\u2026"
  },
  {
    name: "uv",
    path: /^((?:\/.*)?\/\.cache\/uv)\//,
    remedy: "Install with: uv --no-cache, or keep the cache out of the image: RUN --mount=type=cache,target=\u2026"
  },
  {
    name: "npm",
    path: /^((?:\/.*)?\/\.npm\/_cacache)\//,
    remedy: "End the RUN that installs with: && npm cache clean --force, or keep the cache out of the image: RUN --mount=type=cache,target=\u2026"
  },
  {
    name: "yarn",
    path: /^((?:\/.*)?\/\.cache\/yarn|(?:\/.*)?\/\.yarn\/berry\/cache)\//,
    remedy: "End the RUN that installs with: && yarn cache clean"
  },
  {
    name: "conda",
    path: /^((?:\/.*)?\/(?:[a-z]*conda\d?|micromamba|\.conda)\/pkgs)\//,
    remedy: "End the RUN that installs with: && conda clean --all --yes"
  }
];
function cacheOf(path) {
  for (const { name, path: pattern } of TOOLS) {
    const match = pattern.exec(path);
    const folder2 = match?.slice(1).find((group) => group !== void 0);
    if (folder2 !== void 0) return { tool: name, folder: folder2 };
  }
  return void 0;
}
function remedyFor(tools) {
  return TOOLS.filter(({ name }) => tools.includes(name)).map(({ remedy }) => `${remedy}.`).join(" ");
}

// actions/checks/hardening/findings.ts
var SETUID_OR_SETGID = 3072;
var STICKY = 512;
var WORLD_WRITABLE = 2;
function setuidFiles(tree) {
  return pathsOf(tree, ({ entry }) => entry.type === "file" && (entry.mode & SETUID_OR_SETGID) !== 0);
}
function worldWritable(tree) {
  return pathsOf(tree, ({ entry: { type, mode } }) => {
    if ((mode & WORLD_WRITABLE) === 0) return false;
    return type === "file" || type === "directory" && (mode & STICKY) === 0;
  });
}
function packageCaches(tree, isAllowed = () => false) {
  const caches = /* @__PURE__ */ new Map();
  for (const [path, { entry }] of tree.paths()) {
    const found = entry.type === "file" && entry.size > 0 ? cacheOf(path) : void 0;
    if (!found || isAllowed(path)) continue;
    const cache = caches.get(found.folder) ?? { ...found, files: [], size: 0 };
    caches.set(found.folder, cache);
    cache.files.push(path);
    cache.size += entry.size;
  }
  return [...caches.values()].sort((a, b) => b.size - a.size);
}
function spokenCache({ folder: folder2, files, size }) {
  return `${folder2} (${files.length} ${files.length === 1 ? "file" : "files"}, ${formatBytes(size)})`;
}
function pathsOf(tree, asked) {
  const paths = [];
  for (const [path, node] of tree.paths()) if (asked(node)) paths.push(path);
  return paths.sort();
}

// actions/checks/image/config.ts
function configOf(image) {
  const raw = JSON.parse(Buffer.from(image.config).toString());
  const config = raw.config ?? {};
  return {
    user: config.User ?? "",
    ports: Object.keys(config.ExposedPorts ?? {}).map(withProtocol),
    env: new Map((config.Env ?? []).map(splitVariable)),
    entrypoint: config.Entrypoint ?? [],
    cmd: config.Cmd ?? [],
    workdir: config.WorkingDir || "/",
    labels: new Map(Object.entries(config.Labels ?? {})),
    healthcheck: readHealthcheck(config.Healthcheck),
    stopSignal: config.StopSignal || "SIGTERM",
    volumes: Object.keys(config.Volumes ?? {}),
    history: (raw.history ?? []).map((step) => ({
      createdBy: step.created_by ?? "",
      comment: step.comment ?? "",
      empty: step.empty_layer ?? false
    }))
  };
}
function withProtocol(port) {
  return String(port).includes("/") ? String(port) : `${port}/tcp`;
}
function splitVariable(variable) {
  const [name = ""] = variable.split("=", 1);
  return [name, variable.slice(name.length + 1)];
}
var NANOSECONDS = 1e6;
function readHealthcheck(raw) {
  const [form, ...command] = raw?.Test ?? [];
  if (!raw || form === void 0 || form === "NONE") return void 0;
  const times = {
    interval: raw.Interval,
    timeout: raw.Timeout,
    startPeriod: raw.StartPeriod
  };
  const set = Object.entries(times).filter((time) => (time[1] ?? 0) > 0);
  return {
    command,
    shell: form === "CMD-SHELL",
    ...Object.fromEntries(set.map(([name, time]) => [name, time / NANOSECONDS])),
    ...raw.Retries ? { retries: raw.Retries } : {}
  };
}

// actions/checks/secrets/placeholders.ts
var WORDS = /^(?:<.*>|\[.*\]|\*+|\.+|-+|none|null|nil|undefined|true|false|yes|no|on|off|test|todo|tbd|dummy|fake|unused|insecure|not-?a-?secret|build(?:-?time)?(?:-?only)?|redacted|hidden|removed)$/i;
var PARTS = /example|sample|placeholder|change[-_ ]?(?:me|this|it)|replace[-_ ]?(?:me|this|with)|your[-_ ]|insert[-_ ]|fill[-_ ]?in|x{4,}|dummy[-_]|[-_]dummy|fake[-_]|not[-_]a[-_]|only[-_ ]for[-_ ](?:the[-_ ])?build|build[-_]only|insecure/i;
var FILLED_IN = /^(?:\$[A-Za-z_{(]|%\w+%$|\{\{|@@\w|![a-z]+ |`)/;
var PATH = /^(?:\.{0,2}|~)\/[\w.-]+(?:\/[\w.-]+)*\/?$/;
var FEWEST = 3;
function isPlaceholder(value) {
  const text = value.trim();
  return text === "" || /^\d{1,5}$/.test(text) || WORDS.test(text) || PARTS.test(text) || FILLED_IN.test(text) || PATH.test(text) && text.length < 120 || new Set(text).size < FEWEST;
}

// actions/checks/secrets/rules.ts
var RULES = [
  { name: "aws-access-key", beginnings: ["AKIA", "ASIA"], pattern: "[A-Z2-7]{16}" },
  {
    name: "aws-secret-key",
    beginnings: ["aws_secret_access_key", "AWS_SECRET_ACCESS_KEY", "SecretAccessKey"],
    pattern: `["']?\\s{0,9}[=:]\\s{0,9}["']?(?P<value>[A-Za-z0-9/+]{40})`
  },
  {
    name: "github-token",
    beginnings: ["ghp_", "gho_", "ghu_", "ghs_", "ghr_"],
    pattern: "[A-Za-z0-9]{36,}"
  },
  { name: "github-token", beginnings: ["github_pat_"], pattern: "[A-Za-z0-9]{22}_[A-Za-z0-9]{59}" },
  { name: "gitlab-token", beginnings: ["glpat-", "gldt-", "glrt-"], pattern: "[A-Za-z0-9_-]{20,}" },
  {
    name: "slack-token",
    beginnings: ["xoxb-", "xoxp-", "xoxa-", "xoxr-", "xoxs-"],
    pattern: "[0-9]{8,}-[0-9A-Za-z-]{10,}"
  },
  {
    name: "slack-webhook",
    beginnings: ["hooks.slack.com/services/"],
    pattern: "(?P<value>T[A-Z0-9]{8,12}/B[A-Z0-9]{8,12}/[A-Za-z0-9]{20,})"
  },
  { name: "stripe-key", beginnings: ["sk_live_", "rk_live_"], pattern: "[0-9A-Za-z]{24,}" },
  { name: "google-api-key", beginnings: ["AIza"], pattern: "[0-9A-Za-z_-]{35}" },
  { name: "google-oauth-secret", beginnings: ["GOCSPX-"], pattern: "[0-9A-Za-z_-]{28}" },
  { name: "npm-token", beginnings: ["npm_"], pattern: "[A-Za-z0-9]{36}" },
  { name: "pypi-token", beginnings: ["pypi-AgE"], pattern: "[A-Za-z0-9_-]{60,}", reach: 500 },
  { name: "docker-hub-token", beginnings: ["dckr_pat_", "dckr_oat_"], pattern: "[A-Za-z0-9_-]{27,}" },
  { name: "sendgrid-key", beginnings: ["SG."], pattern: "[A-Za-z0-9_-]{22}\\.[A-Za-z0-9_-]{43}" },
  { name: "anthropic-key", beginnings: ["sk-ant-"], pattern: "[A-Za-z0-9_-]{40,}" },
  { name: "openai-key", beginnings: ["sk-proj-", "sk-svcacct-"], pattern: "[A-Za-z0-9_-]{40,}" },
  { name: "hugging-face-token", beginnings: ["hf_"], pattern: "[A-Za-z]{34}" },
  { name: "digitalocean-token", beginnings: ["dop_v1_", "doo_v1_"], pattern: "[0-9a-f]{64}" },
  { name: "vault-token", beginnings: ["hvs."], pattern: "[A-Za-z0-9_-]{90,}" },
  {
    name: "azure-storage-key",
    beginnings: ["AccountKey="],
    pattern: "(?P<value>[A-Za-z0-9+/]{86}==)"
  },
  {
    name: "jwt",
    beginnings: ["eyJ"],
    pattern: "[A-Za-z0-9_-]{10,}\\.eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{20,}",
    reach: 2e3
  },
  {
    // Libraries name the head alone; only a body makes it a key, whose lines may be joined by a written \n.
    name: "private-key",
    beginnings: ["-----BEGIN "],
    pattern: "(?:[A-Z0-9]+ ){0,2}PRIVATE KEY(?: BLOCK)?-----(?:\\s|\\\\r|\\\\n|[A-Za-z-]+: [^\\n]*\\n)+(?P<value>(?:[A-Za-z0-9+/=]|\\s|\\\\r|\\\\n){100})",
    reach: 1e3
  }
];

// actions/checks/secrets/matcher.ts
var REACH = 400;
var INSIDE = /[A-Za-z0-9_]/;
var Matcher = class {
  #beginnings;
  #closer = /* @__PURE__ */ new Map();
  /** No match spans more. */
  reach;
  constructor(rules = RULES) {
    for (const { name, beginnings, pattern, reach = REACH } of rules) {
      const part = pattern.includes("(?P<value>");
      const closer = { name, pattern: once(() => RE2JS.compile(pattern)), reach, part };
      for (const beginning of beginnings) this.#closer.set(beginning, closer);
    }
    const literals = [...this.#closer.keys()].map((text) => text.replace(/[.\-/]/g, "\\$&"));
    this.#beginnings = new RegExp(literals.join("|"), "g");
    this.reach = Math.max(...rules.map(({ reach = REACH }) => reach)) + 100;
  }
  *matches(text) {
    for (const { 0: beginning, index } of text.matchAll(this.#beginnings)) {
      const value = this.#valueAt(text, beginning, index);
      if (value !== void 0 && !isPlaceholder(value.startsWith(beginning) ? value.slice(beginning.length) : value))
        yield { rule: this.#closer.get(beginning)?.name ?? "", value, index };
    }
  }
  #valueAt(text, beginning, index) {
    const closer = this.#closer.get(beginning);
    if (!closer || !closer.part && INSIDE.test(text[index - 1] ?? "")) return void 0;
    const start = index + beginning.length;
    const rest = text.slice(start, start + closer.reach);
    const matcher = closer.pattern().matcher(rest);
    if (!matcher.lookingAt()) return void 0;
    if (closer.name !== "private-key" && INSIDE.test(rest[matcher.end()] ?? "")) return void 0;
    return closer.part ? matcher.group("value") ?? "" : beginning + matcher.group();
  }
};
function once(make) {
  let made;
  return () => {
    made ??= make();
    return made;
  };
}

// actions/checks/secrets/redacted.ts
function redacted(value) {
  const text = value.trim();
  const shown2 = text.length < 16 ? text.slice(0, text.length < 6 ? 0 : 1) : text.slice(0, 4);
  return `${shown2.replace(/[^\w-]/g, "\xB7")}\u2026 (${text.length} characters)`;
}
function isRedacted(value) {
  return /^[\w·-]{0,4}…(?: \(\d+ characters\))?$/.test(value);
}

// actions/checks/secrets/variables.ts
var SECRET = /PASSWORD|PASSWD|PASSPHRASE|(?:^|[_.-])(?:PASS|PWD|SECRET|SECRETS|TOKEN|CREDENTIALS?)(?:$|[_.-])|(?:API|PRIVATE|ACCESS|SIGNING|ENCRYPTION|MASTER|SECRET|AUTH|DEPLOY|ACCOUNT|SERVICE)[_.-]?KEY(?:$|[_.-])|(?:^|[_.-])(?:APIKEY|AUTHTOKEN|CLIENTSECRET)$/i;
var ABOUT = /[_.-](?:FILE|PATH|DIR|URL|URI|ENDPOINT|HOST|NAME|USER|USERNAME|ID|TTL|LIFETIME|EXPIRY|EXPIRES?|EXPIRATION|MINUTES|SECONDS|HOURS|DAYS|LENGTH|SIZE|TYPE|ALGORITHM|HEADER|FIELD|PREFIX|VERSION|HASHERS?|VALIDATORS?|POLICY|ENABLED|REQUIRED|COMMAND|CMD|HELPER|STORE|PROVIDER)$/i;
function saysSecret({ name, value }) {
  return isSecretName(name) && !isPlaceholder(value);
}
function isSecretName(name) {
  return SECRET.test(name) && !ABOUT.test(name) && !/^(?:OLD)?PWD$/i.test(name);
}
var ASSIGNMENT = /(?:^|[\s;&|("'`{,]|--?)([A-Za-z_][\w.-]{0,80})(?:=|["']?[ \t]*:[ \t]*(?=["']))("(?:[^"\\]|\\.)*"|'[^']*'|[^\s;&|"'`)]+)/g;
function assignmentsIn(text) {
  return [...text.matchAll(ASSIGNMENT)].map(([, name = "", value = ""]) => ({ name, value: unquoted(value) }));
}
function withoutAssigned(text, hide) {
  return text.replace(ASSIGNMENT, (whole, name, written) => {
    const value = unquoted(written);
    if (!saysSecret({ name, value })) return whole;
    return `${whole.slice(0, -written.length)}${written.replace(value, () => hide(value))}`;
  });
}
function unquoted(value) {
  return /^(["']).*\1$/s.test(value) ? value.slice(1, -1) : value;
}
var URL_PASSWORD = /\b[a-z][a-z0-9+.-]{1,20}:\/\/([^\s:@/?#"']{0,80}):([^\s@/?#"']{1,200})@/g;
var HEADER = /\bAuthorization:\s{0,4}(?:Bearer|Basic|token)\s{1,4}([^\s"']{8,})/gi;
function loginsIn(text) {
  const urls = [...text.matchAll(URL_PASSWORD)].map((match) => ({
    rule: "url-password",
    value: match[2] ?? "",
    index: match.index
  }));
  const headers = [...text.matchAll(HEADER)].map((match) => ({
    rule: "authorization-header",
    value: match[1] ?? "",
    index: match.index
  }));
  return [...urls, ...headers].filter(({ value }) => !isPlaceholder(value));
}

// actions/checks/secrets/config-scan.ts
var VARIABLE = "secret-variable";
function scanConfig(config) {
  const matcher = new Matcher();
  const env = namedSecrets(matcher, config.env, "variable");
  const labels = namedSecrets(matcher, config.labels, "label");
  const told = new Set([...env, ...labels].map(({ value }) => value));
  const history = config.history.flatMap(
    (step, index) => secretsIn(matcher, step.createdBy).flatMap(({ value, ...found }) => {
      if (told.has(value)) return [];
      told.add(value);
      const named = found.name === void 0 ? "" : `${found.name} in `;
      return [
        { ...found, where: `${named}step ${index + 1} (${instructionOf(step)})`, shown: redacted(value) }
      ];
    })
  );
  return { env: env.map(withoutValue), labels: labels.map(withoutValue), history };
}
function secretValues({ env, labels, history }) {
  const matcher = new Matcher();
  const named = [...namedSecrets(matcher, env, "variable"), ...namedSecrets(matcher, labels, "label")];
  return [...named, ...history.flatMap(({ createdBy }) => secretsIn(matcher, createdBy))].map(
    ({ value }) => value
  );
}
function shownValue(name, value) {
  const isSecret = isSecretName(name) || secretsIn(new Matcher(), value).length > 0;
  return isSecret ? redacted(value) : `"${value}"`;
}
function namedSecrets(matcher, named, kind) {
  return [...named].flatMap(([name, text]) => {
    const found = saysSecret({ name, value: text }) ? { rule: VARIABLE, value: text } : secretsIn(matcher, text)[0];
    if (!found) return [];
    return [
      { rule: found.rule, value: found.value, name, where: `${kind} ${name}`, shown: redacted(found.value) }
    ];
  });
}
function secretsIn(matcher, text) {
  const assigned = assignmentsIn(text).filter(saysSecret).map(({ name, value }) => ({ rule: VARIABLE, value, name }));
  const known = [...matcher.matches(text), ...loginsIn(text)].filter(({ value }) => !assigned.some((each) => each.value.includes(value))).map(({ rule, value }) => ({ rule, value }));
  return [...assigned, ...known];
}
function withoutValue({ value: _value, ...secret }) {
  return secret;
}
function instructionOf({ createdBy }) {
  return /#\(nop\)\s+([A-Z]+)/.exec(createdBy)?.[1] ?? /^([A-Z]+) /.exec(createdBy)?.[1] ?? "RUN";
}

// actions/checks/secrets/file-scan.ts
import { createHash } from "node:crypto";

// actions/checks/secrets/credential-files.ts
var FILES = [
  {
    rule: "env-file",
    path: /(?:^|\/)(?:\.env(?:\.(?!example|sample|template|dist|defaults)[\w-]+)*|[\w-]+\.env)$/,
    find: settingsIn
  },
  { rule: "npmrc", path: /(?:^|\/)\.?npmrc$/, find: valuesOf(/_(?:authToken|auth|password)\s*=\s*(\S+)/g) },
  { rule: "netrc", path: /(?:^|\/)[._]netrc$|^etc\/apt\/auth\.conf/, find: valuesOf(/\bpassword\s+(\S+)/g) },
  { rule: "pypirc", path: /(?:^|\/)\.pypirc$/, find: valuesOf(/^\s*password\s*[=:]\s*(\S+)/gm) },
  { rule: "pgpass", path: /(?:^|\/)\.pgpass$/, find: valuesOf(/^[^#\s:]*(?::[^\n:]*){3}:(\S+)/gm) },
  {
    rule: "registry-login",
    path: /(?:^|\/)(?:\.docker\/config|containers\/(?:\d+\/)?auth)\.json$|(?:^|\/)\.dockercfg$/,
    find: valuesOf(/"(?:auth|identitytoken|registrytoken)"\s*:\s*"([^"\s]{8,})"/g)
  },
  {
    rule: "kube-config",
    path: /(?:^|\/)\.kube\/config$/,
    find: valuesOf(/^\s*(?:client-key-data|token|password):\s*(\S{8,})/gm)
  },
  { rule: "vault-token", path: /(?:^|\/)\.vault-token$/, find: valuesOf(/^\s*(\S{8,})\s*$/g) },
  {
    rule: "url-password",
    path: /(?:^|\/)(?:\.git-credentials|\.git\/config|\.?pip\.conf|\.condarc|uv\.toml|\.?yarnrc(?:\.yml)?)$|^etc\/apt\/sources\.list/,
    find: loginsIn
  }
];
function credentialFileAt(path) {
  const file = FILES.find((each) => each.path.test(path));
  if (!file) return void 0;
  return (text) => file.find(text).map((each) => ({ ...each, rule: file.rule }));
}
function valuesOf(pattern) {
  return (text) => [...text.matchAll(pattern)].map(({ 1: value = "", index }) => ({ value: value.replace(/^["']|["']$/g, ""), index })).filter(({ value }) => !isPlaceholder(value));
}
function settingsIn(text) {
  let index = 0;
  return text.split("\n").flatMap((line) => {
    const start = index;
    index += line.length + 1;
    return assignmentsIn(line).filter((each) => saysSecret(each) || loginsIn(each.value).length > 0).map(({ name, value }) => ({ name, value, index: start }));
  });
}

// actions/checks/secrets/known-samples.ts
var SAMPLES = [
  /^usr\/(?:local\/)?share\/(?:doc|doc-base|man|info|locale|i18n|zoneinfo|perl\d?|vim|mime|icons|gtk-doc)\//,
  /\.(?:dist|egg)-info\//,
  /^usr\/share\/ca-certificates\//,
  /^etc\/ssl\/private\/ssl-cert-snakeoil\.key$/,
  /(?:^|\/)lib\/python[\d.]+\/(?:test|idlelib|lib2to3|unittest)\//,
  /(?:^|\/)(?:site-packages|dist-packages|node_modules|gems|perl5|vendor)\/(?:.*\/)?(?:tests?|testing|_?testdata|test[-_]data|fixtures|__tests__|spec|docs?|examples?)\//,
  /^usr\/local\/go\/(?:src|test|misc)\//
];
function isSample(path) {
  return SAMPLES.some((pattern) => pattern.test(path));
}

// actions/checks/secrets/file-scan.ts
var WINDOW = 256 * 1024;
var HEAD = 8192;
var KEY_STORE = /\.(?:p12|pfx)$/i;
var FileScan = class {
  found = [];
  #matcher = new Matcher();
  #seen = /* @__PURE__ */ new Set();
  /** The reader of one file, where it is worth reading. */
  reader(entry, layer) {
    if (entry.type !== "file" || entry.size === 0 || isSample(entry.path)) return void 0;
    if (KEY_STORE.test(entry.path))
      this.#keep(entry, layer, { rule: "key-store", value: entry.path, line: 1 });
    return new TextReader(
      this.#matcher,
      (credential) => this.#keep(entry, layer, credential),
      credentialFileAt(entry.path)
    );
  }
  /** A file that a later layer changes holds the same secret again, which is told once. */
  #keep({ path }, layer, { rule, value, line, name }) {
    const key = createHash("sha256").update(`${rule}\0${path}\0${value}`).digest("base64");
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    const shown2 = rule === "private-key" || rule === "key-store" ? "" : redacted(value);
    this.found.push({ rule, path: `/${path}`, layer, line, shown: shown2, ...name === void 0 ? {} : { name } });
  }
};
var TextReader = class {
  #matcher;
  #keep;
  #whole;
  #text = "";
  #read = 0;
  #line = 1;
  #from = 0;
  #binary = false;
  constructor(matcher, keep, whole) {
    this.#matcher = matcher;
    this.#keep = keep;
    this.#whole = whole;
  }
  take(bytes) {
    if (this.#binary) return;
    if (this.#read < HEAD && bytes.subarray(0, HEAD - this.#read).includes(0)) {
      this.#binary = true;
      this.#text = "";
      return;
    }
    this.#read += bytes.length;
    this.#text += Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
    if (this.#text.length > WINDOW) this.#goOn(this.#text.length - this.#matcher.reach);
  }
  end() {
    for (const each of this.#whole?.(this.#text) ?? [])
      this.#keep({ ...each, line: this.#lineAt(each.index) });
    this.#scan(this.#text.length);
  }
  /** What begins behind this is looked at with the next window. */
  #goOn(until) {
    this.#scan(until);
    this.#line = this.#lineAt(until - 1);
    this.#text = this.#text.slice(until - 1);
    this.#from = 1;
  }
  #scan(until) {
    for (const match of this.#matcher.matches(this.#text)) {
      if (match.index < this.#from) continue;
      if (match.index >= until) break;
      this.#keep({ rule: match.rule, value: match.value, line: this.#lineAt(match.index) });
    }
  }
  #lineAt(index) {
    let line = this.#line;
    for (let at = this.#text.indexOf("\n"); at >= 0 && at < index; at = this.#text.indexOf("\n", at + 1))
      line++;
    return line;
  }
};

// actions/checks/contents/properties.ts
function typeOf({ entry }) {
  return entry.type === "hard-link" ? "file" : entry.type;
}
function modeOf({ entry }) {
  return entry.mode.toString(8).padStart(4, "0");
}
function ownerFinding(path, asked, { entry }, users) {
  const [user = "", group] = asked.split(":");
  const uid = users.uid(user);
  const gid = group === void 0 ? entry.gid : users.gid(group);
  const unknown = uid === void 0 ? `user ${user}` : gid === void 0 ? `group ${group}` : void 0;
  if (uid === entry.uid && gid === entry.gid) return void 0;
  return {
    expected: asked,
    actual: `${users.ownerOf(entry)} (${entry.uid}:${entry.gid})`,
    hint: unknown ? `The image has no ${unknown}.` : `COPY --chown=${asked}, or RUN chown ${asked} ${path} in the step that makes it.`
  };
}

// actions/checks/secrets/private-keys.ts
var HEAD2 = /-----BEGIN (?:[A-Z0-9]+ ){0,2}PRIVATE KEY(?: BLOCK)?-----/g;
var FOOT = /-----END (?:[A-Z0-9]+ ){0,2}PRIVATE KEY(?: BLOCK)?-----/;
var BODY = /^\s*(?:[A-Za-z-]+: [^\n]*\n)*(?:[A-Za-z0-9+/=]|\s|\\[rn])*/;
var END = new RegExp(
  `(?<![A-Za-z0-9+/=])(?:[A-Za-z0-9+/=]{40,76}(?:\\r?\\n|\\\\r|\\\\n)+){1,120}[A-Za-z0-9+/=]{0,76}(?:\\r?\\n|\\\\r|\\\\n){0,4}${FOOT.source}`,
  "g"
);
var LONGEST = 16 * 1024;
var SHORTEST = 40;
function hideKeys(text) {
  if (!text.includes("PRIVATE KEY")) return text;
  const parts = [];
  let from = 0;
  for (const { index, 0: head } of text.matchAll(HEAD2)) {
    if (index < from) continue;
    const body = text.slice(index + head.length, index + head.length + LONGEST);
    const length = lengthOf(body);
    if (length < SHORTEST) continue;
    parts.push(text.slice(from, index), hidden(body.slice(0, length)));
    from = index + head.length + length;
  }
  return [...parts, text.slice(from)].join("").replace(END, hidden);
}
function lengthOf(body) {
  const foot = FOOT.exec(body);
  return foot ? foot.index + foot[0].length : BODY.exec(body)?.[0].length ?? 0;
}
function hidden(key) {
  return `private key: ${redacted(`\xB7\xB7\xB7\xB7${key.slice(4)}`)}`;
}

// actions/checks/secrets/known.ts
var SHORTEST2 = 6;
function isTelling(value) {
  return value.trim().length >= SHORTEST2;
}
function hideKnown(text, matcher = new Matcher()) {
  const withoutKeys = hideKeys(text);
  const values = [...new Set(secretsIn(matcher, withoutKeys).map(({ value }) => value))].filter((value) => isTelling(value) && !isRedacted(value)).toSorted((a, b) => b.length - a.length);
  return withoutAssigned(
    hideValues(withoutKeys, values),
    (value) => isRedacted(value) ? value : redacted(value)
  );
}
function hideValues(text, values) {
  return values.reduce((now, value) => now.replaceAll(value, () => redacted(value)), text);
}

// actions/checks/text.ts
var SHOWN = 300;
var BESIDE = 16 * 1024;
function textFaults(what, text, asked, most) {
  const unseen = most === void 0 ? void 0 : `longer than the ${most} that are looked at`;
  const missing2 = (expected) => ({
    expected,
    actual: `${what} is ${shown(text)}${unseen === void 0 ? "" : `, and ${unseen}`}`
  });
  return [
    ...(asked.contains ?? []).filter((part) => !text.includes(part)).map((part) => missing2(`${what} contains ${quoted(part)}`)),
    ...(asked.matches ?? []).filter((pattern) => !RE2JS.compile(pattern).matcher(text).find()).map((pattern) => missing2(`${what} matches /${pattern}/`)),
    ...(asked.excludes ?? []).filter((part) => unseen !== void 0 || text.includes(part)).map((part) => ({
      expected: `${what} is without ${quoted(part)}`,
      actual: text.includes(part) ? `${what} has the line ${quoted(lineWith(text, part))}` : `${what} is ${unseen}`
    }))
  ];
}
function findingOf(faults, more = {}) {
  if (faults.length === 0) return void 0;
  const told = (key) => [...new Set(faults.map((fault) => fault[key]))].join("; ");
  return { expected: told("expected"), actual: told("actual"), ...more };
}
function shown(text) {
  const trimmed = hideKnown(text.slice(-BESIDE).trim());
  if (trimmed === "") return "empty";
  return trimmed.length <= SHOWN ? quoted(trimmed) : `\u2026${quoted(trimmed.slice(-SHOWN))}`;
}
function quoted(text) {
  return `"${text}"`;
}
function lineWith(text, part) {
  const start = text.lastIndexOf("\n", text.indexOf(part)) + 1;
  const end = text.indexOf("\n", start);
  return shortLine(text.slice(start, end < 0 ? void 0 : end));
}
function shortLine(line, most = SHOWN) {
  return hideKnown(line.slice(0, BESIDE)).slice(0, most);
}

// actions/checks/image/healthcheck.ts
var DEFAULTS = { interval: 3e4, timeout: 3e4, startPeriod: 0, retries: 3 };
async function checkHealthcheck(asked, config, results) {
  const { healthcheck } = config;
  if (asked === false) {
    await results.check(
      ["image", "healthcheck"],
      "it has no HEALTHCHECK",
      () => healthcheck ? { expected: "no HEALTHCHECK", actual: healthcheck.command.join(" ") } : void 0
    );
    return;
  }
  const has = await results.check(
    ["image", "healthcheck"],
    "it has a HEALTHCHECK",
    () => healthcheck ? void 0 : missing(config)
  );
  if (asked === true) return;
  for (const { key, ...check } of detailsOf(asked, healthcheck)) {
    const name = `its HEALTHCHECK has the ${key} asked for`;
    const path = ["image", "healthcheck", key];
    if (has) await results.check(path, name, check.body);
    else results.unchecked(path, name, "It has no HEALTHCHECK.");
  }
}
function lostHealthcheck({ healthcheck, history }) {
  return !healthcheck && history.some(({ createdBy }) => /\bHEALTHCHECK (?!.*\bNONE\b)/.test(createdBy));
}
function missing(config) {
  const written = lostHealthcheck(config);
  return {
    expected: "a HEALTHCHECK",
    actual: written ? "none, though the history has the line" : "none",
    hint: written ? "OCI images have no place for it: build with the format docker (podman build --format docker)." : 'Add HEALTHCHECK CMD ["\u2026"] to the Containerfile.'
  };
}
function detailsOf(asked, healthcheck) {
  const time = (key, actual) => {
    const wanted = asked[key];
    if (wanted === void 0) return [];
    const body = () => wanted === actual ? void 0 : { expected: formatDuration(wanted), actual: formatDuration(actual) };
    return [{ key, body }];
  };
  const { command, retries } = asked;
  const { interval, timeout, startPeriod, retries: tries } = { ...DEFAULTS, ...healthcheck };
  return [
    ...command ? [
      {
        key: "command",
        body: () => findingOf(textFaults("its command", (healthcheck?.command ?? []).join(" "), command))
      }
    ] : [],
    ...time("interval", interval),
    ...time("timeout", timeout),
    ...time("start-period", startPeriod),
    ...retries === void 0 ? [] : [
      {
        key: "retries",
        body: () => retries === tries ? void 0 : { expected: `${retries} retries`, actual: `${tries} retries` }
      }
    ]
  ];
}

export {
  LONGEST_TEXT,
  readContents,
  treeOf,
  isShipped,
  remedyFor,
  setuidFiles,
  worldWritable,
  packageCaches,
  spokenCache,
  configOf,
  withProtocol,
  Matcher,
  scanConfig,
  secretValues,
  shownValue,
  isTelling,
  hideKnown,
  hideValues,
  textFaults,
  findingOf,
  shown,
  quoted,
  shortLine,
  checkHealthcheck,
  lostHealthcheck,
  FileScan,
  typeOf,
  modeOf,
  ownerFinding
};
