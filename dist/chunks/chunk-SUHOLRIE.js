import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  openRepository,
  readSettings,
  readText,
  readTextInside,
  resolveInside,
  unusualSettings
} from "./chunk-UNXV3V2A.js";
import {
  normalPackage
} from "./chunk-ZQ3A7QTU.js";
import {
  sentence
} from "./chunk-HNYI7RT3.js";
import {
  CancelledError,
  UserError,
  isUserError,
  messageOf
} from "./chunk-GTGSVCFP.js";
import {
  __commonJS,
  __require,
  __toESM
} from "./chunk-TO6V6YKD.js";

// node_modules/pend/index.js
var require_pend = __commonJS({
  "node_modules/pend/index.js"(exports, module) {
    module.exports = Pend;
    function Pend() {
      this.pending = 0;
      this.max = Infinity;
      this.listeners = [];
      this.waiting = [];
      this.error = null;
    }
    Pend.prototype.go = function(fn) {
      if (this.pending < this.max) {
        pendGo(this, fn);
      } else {
        this.waiting.push(fn);
      }
    };
    Pend.prototype.wait = function(cb) {
      if (this.pending === 0) {
        cb(this.error);
      } else {
        this.listeners.push(cb);
      }
    };
    Pend.prototype.hold = function() {
      return pendHold(this);
    };
    function pendHold(self) {
      self.pending += 1;
      var called = false;
      return onCb;
      function onCb(err) {
        if (called) throw new Error("callback called twice");
        called = true;
        self.error = self.error || err;
        self.pending -= 1;
        if (self.waiting.length > 0 && self.pending < self.max) {
          pendGo(self, self.waiting.shift());
        } else if (self.pending === 0) {
          var listeners = self.listeners;
          self.listeners = [];
          listeners.forEach(cbListener);
        }
      }
      function cbListener(listener) {
        listener(self.error);
      }
    }
    function pendGo(self, fn) {
      fn(pendHold(self));
    }
  }
});

// node_modules/yauzl/fd-slicer.js
var require_fd_slicer = __commonJS({
  "node_modules/yauzl/fd-slicer.js"(exports) {
    var fs = __require("fs");
    var util = __require("util");
    var stream = __require("stream");
    var Readable = stream.Readable;
    var PassThrough = stream.PassThrough;
    var Pend = require_pend();
    var EventEmitter = __require("events").EventEmitter;
    exports.BufferSlicer = BufferSlicer;
    exports.FdSlicer = FdSlicer;
    util.inherits(FdSlicer, EventEmitter);
    function FdSlicer(fd) {
      EventEmitter.call(this);
      this.fd = fd;
      this.pend = new Pend();
      this.pend.max = 1;
      this.refCount = 0;
    }
    FdSlicer.prototype.read = function(buffer3, offset, length, position, callback) {
      var self = this;
      self.pend.go(function(cb) {
        fs.read(self.fd, buffer3, offset, length, position, function(err, bytesRead, buffer4) {
          cb();
          callback(err, bytesRead, buffer4);
        });
      });
    };
    FdSlicer.prototype.createReadStream = function(options2) {
      return new ReadStream(this, options2);
    };
    FdSlicer.prototype.ref = function() {
      this.refCount += 1;
    };
    FdSlicer.prototype.unref = function() {
      var self = this;
      self.refCount -= 1;
      if (self.refCount < 0) throw new Error("invalid unref");
      if (self.refCount > 0) return;
      fs.close(self.fd, onCloseDone);
      function onCloseDone(err) {
        if (err) {
          self.emit("error", err);
        } else {
          self.emit("close");
        }
      }
    };
    util.inherits(ReadStream, Readable);
    function ReadStream(context, options2) {
      options2 = options2 || {};
      Readable.call(this, options2);
      this.context = context;
      this.context.ref();
      this.start = options2.start || 0;
      this.endOffset = options2.end;
      this.pos = this.start;
    }
    ReadStream.prototype._read = function(n) {
      var self = this;
      var toRead = Math.min(self._readableState.highWaterMark, n);
      if (self.endOffset != null) {
        toRead = Math.min(toRead, self.endOffset - self.pos);
      }
      if (toRead <= 0) {
        self.push(null);
        this._cleanup();
        return;
      }
      self.context.pend.go(function(cb) {
        var buffer3 = Buffer.allocUnsafe(toRead);
        fs.read(self.context.fd, buffer3, 0, toRead, self.pos, function(err, bytesRead) {
          if (err) {
            self.destroy(err);
          } else if (bytesRead === 0) {
            self.push(null);
            self._cleanup();
          } else {
            self.pos += bytesRead;
            self.push(buffer3.slice(0, bytesRead));
          }
          cb();
        });
      });
    };
    ReadStream.prototype._destroy = function(err, cb) {
      this._cleanup();
      cb(err);
    };
    ReadStream.prototype._cleanup = function() {
      if (this.context != null) {
        this.context.unref();
        this.context = null;
      }
    };
    util.inherits(BufferSlicer, EventEmitter);
    function BufferSlicer(buffer3) {
      EventEmitter.call(this);
      this.refCount = 0;
      this.buffer = buffer3;
    }
    BufferSlicer.prototype.read = function(buffer3, offset, length, position, callback) {
      if (!(0 <= offset && offset <= buffer3.length)) throw new RangeError("offset outside buffer: 0 <= " + offset + " <= " + buffer3.length);
      if (position < 0) throw new RangeError("position is negative: " + position);
      if (offset + length > buffer3.length) {
        length = buffer3.length - offset;
      }
      if (position + length > this.buffer.length) {
        length = this.buffer.length - position;
      }
      if (length <= 0) {
        setImmediate(function() {
          callback(null, 0);
        });
        return;
      }
      this.buffer.copy(buffer3, offset, position, position + length);
      setImmediate(function() {
        callback(null, length);
      });
    };
    BufferSlicer.prototype.createReadStream = function(options2) {
      options2 = options2 || {};
      var readStream = new PassThrough(options2);
      readStream.start = options2.start || 0;
      readStream.endOffset = options2.end;
      readStream.pos = readStream.endOffset || this.buffer.length;
      var entireSlice = this.buffer.slice(readStream.start, readStream.pos);
      var maxChunkSize = 65536;
      var offset = 0;
      while (true) {
        var nextOffset = offset + maxChunkSize;
        if (nextOffset >= entireSlice.length) {
          if (offset < entireSlice.length) {
            readStream.write(entireSlice.slice(offset, entireSlice.length));
          }
          break;
        }
        readStream.write(entireSlice.slice(offset, nextOffset));
        offset = nextOffset;
      }
      readStream.end();
      return readStream;
    };
    BufferSlicer.prototype.ref = function() {
      this.refCount += 1;
    };
    BufferSlicer.prototype.unref = function() {
      this.refCount -= 1;
      if (this.refCount < 0) {
        throw new Error("invalid unref");
      }
    };
  }
});

// node_modules/yauzl/crc32.js
var require_crc32 = __commonJS({
  "node_modules/yauzl/crc32.js"(exports, module) {
    var CRC_TABLE = new Int32Array([
      0,
      1996959894,
      3993919788,
      2567524794,
      124634137,
      1886057615,
      3915621685,
      2657392035,
      249268274,
      2044508324,
      3772115230,
      2547177864,
      162941995,
      2125561021,
      3887607047,
      2428444049,
      498536548,
      1789927666,
      4089016648,
      2227061214,
      450548861,
      1843258603,
      4107580753,
      2211677639,
      325883990,
      1684777152,
      4251122042,
      2321926636,
      335633487,
      1661365465,
      4195302755,
      2366115317,
      997073096,
      1281953886,
      3579855332,
      2724688242,
      1006888145,
      1258607687,
      3524101629,
      2768942443,
      901097722,
      1119000684,
      3686517206,
      2898065728,
      853044451,
      1172266101,
      3705015759,
      2882616665,
      651767980,
      1373503546,
      3369554304,
      3218104598,
      565507253,
      1454621731,
      3485111705,
      3099436303,
      671266974,
      1594198024,
      3322730930,
      2970347812,
      795835527,
      1483230225,
      3244367275,
      3060149565,
      1994146192,
      31158534,
      2563907772,
      4023717930,
      1907459465,
      112637215,
      2680153253,
      3904427059,
      2013776290,
      251722036,
      2517215374,
      3775830040,
      2137656763,
      141376813,
      2439277719,
      3865271297,
      1802195444,
      476864866,
      2238001368,
      4066508878,
      1812370925,
      453092731,
      2181625025,
      4111451223,
      1706088902,
      314042704,
      2344532202,
      4240017532,
      1658658271,
      366619977,
      2362670323,
      4224994405,
      1303535960,
      984961486,
      2747007092,
      3569037538,
      1256170817,
      1037604311,
      2765210733,
      3554079995,
      1131014506,
      879679996,
      2909243462,
      3663771856,
      1141124467,
      855842277,
      2852801631,
      3708648649,
      1342533948,
      654459306,
      3188396048,
      3373015174,
      1466479909,
      544179635,
      3110523913,
      3462522015,
      1591671054,
      702138776,
      2966460450,
      3352799412,
      1504918807,
      783551873,
      3082640443,
      3233442989,
      3988292384,
      2596254646,
      62317068,
      1957810842,
      3939845945,
      2647816111,
      81470997,
      1943803523,
      3814918930,
      2489596804,
      225274430,
      2053790376,
      3826175755,
      2466906013,
      167816743,
      2097651377,
      4027552580,
      2265490386,
      503444072,
      1762050814,
      4150417245,
      2154129355,
      426522225,
      1852507879,
      4275313526,
      2312317920,
      282753626,
      1742555852,
      4189708143,
      2394877945,
      397917763,
      1622183637,
      3604390888,
      2714866558,
      953729732,
      1340076626,
      3518719985,
      2797360999,
      1068828381,
      1219638859,
      3624741850,
      2936675148,
      906185462,
      1090812512,
      3747672003,
      2825379669,
      829329135,
      1181335161,
      3412177804,
      3160834842,
      628085408,
      1382605366,
      3423369109,
      3138078467,
      570562233,
      1426400815,
      3317316542,
      2998733608,
      733239954,
      1555261956,
      3268935591,
      3050360625,
      752459403,
      1541320221,
      2607071920,
      3965973030,
      1969922972,
      40735498,
      2617837225,
      3943577151,
      1913087877,
      83908371,
      2512341634,
      3803740692,
      2075208622,
      213261112,
      2463272603,
      3855990285,
      2094854071,
      198958881,
      2262029012,
      4057260610,
      1759359992,
      534414190,
      2176718541,
      4139329115,
      1873836001,
      414664567,
      2282248934,
      4279200368,
      1711684554,
      285281116,
      2405801727,
      4167216745,
      1634467795,
      376229701,
      2685067896,
      3608007406,
      1308918612,
      956543938,
      2808555105,
      3495958263,
      1231636301,
      1047427035,
      2932959818,
      3654703836,
      1088359270,
      936918e3,
      2847714899,
      3736837829,
      1202900863,
      817233897,
      3183342108,
      3401237130,
      1404277552,
      615818150,
      3134207493,
      3453421203,
      1423857449,
      601450431,
      3009837614,
      3294710456,
      1567103746,
      711928724,
      3020668471,
      3272380065,
      1510334235,
      755167117
    ]);
    function crc32(buf) {
      let crc = -1;
      for (let x of buf) {
        crc = CRC_TABLE[(crc ^ x) & 255] ^ crc >>> 8;
      }
      return (crc ^ -1) >>> 0;
    }
    module.exports = crc32;
  }
});

// node_modules/yauzl/index.js
var require_yauzl = __commonJS({
  "node_modules/yauzl/index.js"(exports) {
    var fs = __require("fs");
    var zlib = __require("zlib");
    var fd_slicer = require_fd_slicer();
    var util = __require("util");
    var EventEmitter = __require("events").EventEmitter;
    var Transform = __require("stream").Transform;
    var PassThrough = __require("stream").PassThrough;
    var Writable = __require("stream").Writable;
    var crc32 = typeof zlib.crc32 === "function" ? zlib.crc32 : require_crc32();
    exports.open = open;
    exports.fromFd = fromFd;
    exports.fromBuffer = fromBuffer;
    exports.fromRandomAccessReader = fromRandomAccessReader;
    exports.openPromise = openPromise2;
    exports.fromFdPromise = fromFdPromise;
    exports.fromBufferPromise = fromBufferPromise;
    exports.fromRandomAccessReaderPromise = fromRandomAccessReaderPromise;
    exports.dosDateTimeToDate = dosDateTimeToDate;
    exports.getFileNameLowLevel = getFileNameLowLevel;
    exports.validateFileName = validateFileName2;
    exports.parseExtraFields = parseExtraFields;
    exports.ZipFile = ZipFile;
    exports.Entry = Entry;
    exports.LocalFileHeader = LocalFileHeader;
    exports.RandomAccessReader = RandomAccessReader;
    function openPromise2(path, options2) {
      return new Promise((resolve, reject) => {
        open(path, { ...options2, lazyEntries: true }, function(err, zipfile) {
          if (err) return reject(err);
          resolve(zipfile);
        });
      });
    }
    function fromFdPromise(fd, options2) {
      return new Promise((resolve, reject) => {
        fromFd(fd, { ...options2, lazyEntries: true }, function(err, zipfile) {
          if (err) return reject(err);
          resolve(zipfile);
        });
      });
    }
    function fromBufferPromise(buffer3, options2) {
      return new Promise((resolve, reject) => {
        fromBuffer(buffer3, { ...options2, lazyEntries: true }, function(err, zipfile) {
          if (err) return reject(err);
          resolve(zipfile);
        });
      });
    }
    function fromRandomAccessReaderPromise(reader, totalSize, options2) {
      return new Promise((resolve, reject) => {
        fromRandomAccessReader(reader, totalSize, { ...options2, lazyEntries: true }, function(err, zipfile) {
          if (err) return reject(err);
          resolve(zipfile);
        });
      });
    }
    function open(path, options2, callback) {
      if (typeof options2 === "function") {
        callback = options2;
        options2 = null;
      }
      if (options2 == null) options2 = {};
      if (options2.autoClose == null) options2.autoClose = true;
      if (options2.lazyEntries == null) options2.lazyEntries = false;
      if (options2.decodeStrings == null) options2.decodeStrings = true;
      if (options2.validateEntrySizes == null) options2.validateEntrySizes = true;
      if (options2.strictFileNames == null) options2.strictFileNames = false;
      if (callback == null) callback = defaultCallback;
      fs.open(path, "r", function(err, fd) {
        if (err) return callback(err);
        fromFd(fd, options2, function(err2, zipfile) {
          if (err2) fs.close(fd, defaultCallback);
          callback(err2, zipfile);
        });
      });
    }
    function fromFd(fd, options2, callback) {
      if (typeof options2 === "function") {
        callback = options2;
        options2 = null;
      }
      if (options2 == null) options2 = {};
      if (options2.autoClose == null) options2.autoClose = false;
      if (options2.lazyEntries == null) options2.lazyEntries = false;
      if (options2.decodeStrings == null) options2.decodeStrings = true;
      if (options2.validateEntrySizes == null) options2.validateEntrySizes = true;
      if (options2.strictFileNames == null) options2.strictFileNames = false;
      if (callback == null) callback = defaultCallback;
      fs.fstat(fd, function(err, stats) {
        if (err) return callback(err);
        var reader = new fd_slicer.FdSlicer(fd);
        fromRandomAccessReader(reader, stats.size, options2, callback);
      });
    }
    function fromBuffer(buffer3, options2, callback) {
      if (typeof options2 === "function") {
        callback = options2;
        options2 = null;
      }
      if (options2 == null) options2 = {};
      options2.autoClose = false;
      if (options2.lazyEntries == null) options2.lazyEntries = false;
      if (options2.decodeStrings == null) options2.decodeStrings = true;
      if (options2.validateEntrySizes == null) options2.validateEntrySizes = true;
      if (options2.strictFileNames == null) options2.strictFileNames = false;
      var reader = new fd_slicer.BufferSlicer(buffer3);
      fromRandomAccessReader(reader, buffer3.length, options2, callback);
    }
    function fromRandomAccessReader(reader, totalSize, options2, callback) {
      if (typeof options2 === "function") {
        callback = options2;
        options2 = null;
      }
      if (options2 == null) options2 = {};
      if (options2.autoClose == null) options2.autoClose = true;
      if (options2.lazyEntries == null) options2.lazyEntries = false;
      if (options2.decodeStrings == null) options2.decodeStrings = true;
      var decodeStrings = !!options2.decodeStrings;
      if (options2.validateEntrySizes == null) options2.validateEntrySizes = true;
      if (options2.strictFileNames == null) options2.strictFileNames = false;
      if (callback == null) callback = defaultCallback;
      if (typeof totalSize !== "number") throw new Error("expected totalSize parameter to be a number");
      if (totalSize > Number.MAX_SAFE_INTEGER) {
        throw new Error("zip file too large. only file sizes up to 2^52 are supported due to JavaScript's Number type being an IEEE 754 double.");
      }
      reader.ref();
      var eocdrWithoutCommentSize = 22;
      var zip64EocdlSize = 20;
      var maxCommentSize = 65535;
      var bufferSize = Math.min(zip64EocdlSize + eocdrWithoutCommentSize + maxCommentSize, totalSize);
      var buffer3 = newBuffer(bufferSize);
      var bufferReadStart = totalSize - buffer3.length;
      readAndAssertNoEof(reader, buffer3, 0, bufferSize, bufferReadStart, function(err) {
        if (err) return callback(err);
        for (var i = bufferSize - eocdrWithoutCommentSize; i >= 0; i -= 1) {
          if (buffer3.readUInt32LE(i) !== 101010256) continue;
          var eocdrBuffer = buffer3.subarray(i);
          var diskNumber = eocdrBuffer.readUInt16LE(4);
          var entryCount = eocdrBuffer.readUInt16LE(10);
          var centralDirectoryOffset = eocdrBuffer.readUInt32LE(16);
          var commentLength = eocdrBuffer.readUInt16LE(20);
          var expectedCommentLength = eocdrBuffer.length - eocdrWithoutCommentSize;
          if (commentLength !== expectedCommentLength) {
            return callback(new Error("Invalid comment length. Expected: " + expectedCommentLength + ". Found: " + commentLength + ". Are there extra bytes at the end of the file? Or is the end of central dir signature `PK\u263A\u263B` in the comment?"));
          }
          var comment = decodeStrings ? decodeBuffer(eocdrBuffer.subarray(22), false) : eocdrBuffer.subarray(22);
          if (i - zip64EocdlSize >= 0 && buffer3.readUInt32LE(i - zip64EocdlSize) === 117853008) {
            var zip64EocdlBuffer = buffer3.subarray(i - zip64EocdlSize, i - zip64EocdlSize + zip64EocdlSize);
            var zip64EocdrOffset = readUInt64LE(zip64EocdlBuffer, 8);
            var zip64EocdrBuffer = newBuffer(56);
            return readAndAssertNoEof(reader, zip64EocdrBuffer, 0, zip64EocdrBuffer.length, zip64EocdrOffset, function(err2) {
              if (err2) return callback(err2);
              if (zip64EocdrBuffer.readUInt32LE(0) !== 101075792) {
                return callback(new Error("invalid zip64 end of central directory record signature"));
              }
              diskNumber = zip64EocdrBuffer.readUInt32LE(16);
              if (diskNumber !== 0) {
                return callback(new Error("multi-disk zip files are not supported: found disk number: " + diskNumber));
              }
              entryCount = readUInt64LE(zip64EocdrBuffer, 32);
              centralDirectoryOffset = readUInt64LE(zip64EocdrBuffer, 48);
              return callback(null, new ZipFile(reader, centralDirectoryOffset, totalSize, entryCount, comment, options2.autoClose, options2.lazyEntries, decodeStrings, options2.validateEntrySizes, options2.strictFileNames));
            });
          }
          if (diskNumber !== 0) {
            return callback(new Error("multi-disk zip files are not supported: found disk number: " + diskNumber));
          }
          return callback(null, new ZipFile(reader, centralDirectoryOffset, totalSize, entryCount, comment, options2.autoClose, options2.lazyEntries, decodeStrings, options2.validateEntrySizes, options2.strictFileNames));
        }
        callback(new Error("End of central directory record signature not found. Either not a zip file, or file is truncated."));
      });
    }
    util.inherits(ZipFile, EventEmitter);
    function ZipFile(reader, centralDirectoryOffset, fileSize, entryCount, comment, autoClose, lazyEntries, decodeStrings, validateEntrySizes, strictFileNames) {
      var self = this;
      EventEmitter.call(self);
      self.reader = reader;
      self.reader.on("error", function(err) {
        emitError(self, err);
      });
      self.reader.once("close", function() {
        self.emit("close");
      });
      self.readEntryCursor = centralDirectoryOffset;
      self.fileSize = fileSize;
      self.entryCount = entryCount;
      self.comment = comment;
      self.entriesRead = 0;
      self.autoClose = !!autoClose;
      self.lazyEntries = !!lazyEntries;
      self.decodeStrings = !!decodeStrings;
      self.validateEntrySizes = !!validateEntrySizes;
      self.strictFileNames = !!strictFileNames;
      self.isOpen = true;
      self.emittedError = false;
      self.hasEachEntryBeenCalled = false;
      if (!self.lazyEntries) self._readEntry();
    }
    ZipFile.prototype.close = function() {
      if (!this.isOpen) return;
      this.isOpen = false;
      this.reader.unref();
    };
    function emitErrorAndAutoClose(self, err) {
      if (self.autoClose) self.close();
      emitError(self, err);
    }
    function emitError(self, err) {
      if (self.emittedError) return;
      self.emittedError = true;
      self.emit("error", err);
    }
    ZipFile.prototype.readEntry = function() {
      if (!this.lazyEntries) throw new Error("readEntry() called without lazyEntries:true");
      this._readEntry();
    };
    ZipFile.prototype._readEntry = function() {
      var self = this;
      if (self.entryCount === self.entriesRead) {
        setImmediate(function() {
          if (self.autoClose) self.close();
          if (self.emittedError) return;
          self.emit("end");
        });
        return;
      }
      if (self.emittedError) return;
      var buffer3 = newBuffer(46);
      readAndAssertNoEof(self.reader, buffer3, 0, buffer3.length, self.readEntryCursor, function(err) {
        if (err) return emitErrorAndAutoClose(self, err);
        if (self.emittedError) return;
        var entry = new Entry();
        var signature = buffer3.readUInt32LE(0);
        if (signature !== 33639248) return emitErrorAndAutoClose(self, new Error("invalid central directory file header signature: 0x" + signature.toString(16)));
        entry.versionMadeBy = buffer3.readUInt16LE(4);
        entry.versionNeededToExtract = buffer3.readUInt16LE(6);
        entry.generalPurposeBitFlag = buffer3.readUInt16LE(8);
        entry.compressionMethod = buffer3.readUInt16LE(10);
        entry.lastModFileTime = buffer3.readUInt16LE(12);
        entry.lastModFileDate = buffer3.readUInt16LE(14);
        entry.crc32 = buffer3.readUInt32LE(16);
        entry.compressedSize = buffer3.readUInt32LE(20);
        entry.uncompressedSize = buffer3.readUInt32LE(24);
        entry.fileNameLength = buffer3.readUInt16LE(28);
        entry.extraFieldLength = buffer3.readUInt16LE(30);
        entry.fileCommentLength = buffer3.readUInt16LE(32);
        entry.internalFileAttributes = buffer3.readUInt16LE(36);
        entry.externalFileAttributes = buffer3.readUInt32LE(38);
        entry.relativeOffsetOfLocalHeader = buffer3.readUInt32LE(42);
        if (entry.generalPurposeBitFlag & 64) return emitErrorAndAutoClose(self, new Error("strong encryption is not supported"));
        self.readEntryCursor += 46;
        buffer3 = newBuffer(entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength);
        readAndAssertNoEof(self.reader, buffer3, 0, buffer3.length, self.readEntryCursor, function(err2) {
          if (err2) return emitErrorAndAutoClose(self, err2);
          if (self.emittedError) return;
          entry.fileNameRaw = buffer3.subarray(0, entry.fileNameLength);
          var fileCommentStart = entry.fileNameLength + entry.extraFieldLength;
          entry.extraFieldRaw = buffer3.subarray(entry.fileNameLength, fileCommentStart);
          entry.fileCommentRaw = buffer3.subarray(fileCommentStart, fileCommentStart + entry.fileCommentLength);
          try {
            entry.extraFields = parseExtraFields(entry.extraFieldRaw);
          } catch (err3) {
            return emitErrorAndAutoClose(self, err3);
          }
          if (self.decodeStrings) {
            var isUtf8 = (entry.generalPurposeBitFlag & 2048) !== 0;
            entry.fileComment = decodeBuffer(entry.fileCommentRaw, isUtf8);
            entry.fileName = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, self.strictFileNames);
            var errorMessage = validateFileName2(entry.fileName);
            if (errorMessage != null) return emitErrorAndAutoClose(self, new Error(errorMessage));
          } else {
            entry.fileComment = entry.fileCommentRaw;
            entry.fileName = entry.fileNameRaw;
          }
          entry.comment = entry.fileComment;
          self.readEntryCursor += buffer3.length;
          self.entriesRead += 1;
          for (var i = 0; i < entry.extraFields.length; i++) {
            var extraField = entry.extraFields[i];
            if (extraField.id !== 1) continue;
            var zip64EiefBuffer = extraField.data;
            var index = 0;
            if (entry.uncompressedSize === 4294967295) {
              if (index + 8 > zip64EiefBuffer.length) {
                return emitErrorAndAutoClose(self, new Error("zip64 extended information extra field does not include uncompressed size"));
              }
              entry.uncompressedSize = readUInt64LE(zip64EiefBuffer, index);
              index += 8;
            }
            if (entry.compressedSize === 4294967295) {
              if (index + 8 > zip64EiefBuffer.length) {
                return emitErrorAndAutoClose(self, new Error("zip64 extended information extra field does not include compressed size"));
              }
              entry.compressedSize = readUInt64LE(zip64EiefBuffer, index);
              index += 8;
            }
            if (entry.relativeOffsetOfLocalHeader === 4294967295) {
              if (index + 8 > zip64EiefBuffer.length) {
                return emitErrorAndAutoClose(self, new Error("zip64 extended information extra field does not include relative header offset"));
              }
              entry.relativeOffsetOfLocalHeader = readUInt64LE(zip64EiefBuffer, index);
              index += 8;
            }
            break;
          }
          if (self.validateEntrySizes && entry.compressionMethod === 0) {
            var expectedCompressedSize = entry.uncompressedSize;
            if (entry.isEncrypted()) {
              expectedCompressedSize += 12;
            }
            if (entry.compressedSize !== expectedCompressedSize) {
              var msg = "compressed/uncompressed size mismatch for stored file: " + entry.compressedSize + " != " + entry.uncompressedSize;
              return emitErrorAndAutoClose(self, new Error(msg));
            }
          }
          self.emit("entry", entry);
          if (!self.lazyEntries) self._readEntry();
        });
      });
    };
    ZipFile.prototype.eachEntry = function() {
      const self = this;
      if (!self.lazyEntries) throw new Error("eachEntry() requires lazyEntries: true");
      if (self.hasEachEntryBeenCalled) throw new Error("eachEntry() must only be called once per ZipFile");
      self.hasEachEntryBeenCalled = true;
      let pendingResolveReject = null;
      self.on("entry", onEntry);
      self.on("end", onEnd);
      self.on("error", onError);
      function cleanup() {
        self.removeListener("entry", onEntry);
        self.removeListener("end", onEnd);
        self.removeListener("error", onError);
        if (self.autoClose) self.close();
      }
      function onEntry(entry) {
        let { resolve } = pendingResolveReject;
        pendingResolveReject = null;
        resolve({ value: entry });
      }
      function onEnd() {
        let { resolve } = pendingResolveReject;
        pendingResolveReject = null;
        cleanup();
        resolve({ done: true });
      }
      function onError(err) {
        let { reject } = pendingResolveReject;
        pendingResolveReject = null;
        cleanup();
        reject(err);
      }
      return {
        [Symbol.asyncIterator]() {
          return this;
        },
        next() {
          const promise = new Promise((resolve, reject) => {
            if (pendingResolveReject != null) throw new Error("next() called before previous Promise was resolved.");
            pendingResolveReject = { resolve, reject };
          });
          self.readEntry();
          return promise;
        },
        return(value) {
          cleanup();
          return Promise.resolve({ done: true, value });
        },
        throw(value) {
          cleanup();
          return Promise.reject(value);
        }
      };
    };
    ZipFile.prototype.openReadStream = function(entry, options2, callback) {
      var self = this;
      var relativeStart = 0;
      var relativeEnd = entry.compressedSize;
      if (callback == null) {
        callback = options2;
        options2 = null;
      }
      if (options2 == null) {
        options2 = {};
      } else {
        if (options2.decodeFileData === false) {
          if (options2.decrypt != null) {
            throw new Error("cannot use options.decrypt when options.decodeFileData === false");
          }
          if (options2.decompress != null) {
            throw new Error("cannot use options.decompress when options.decodeFileData === false");
          }
        } else {
          if (options2.decrypt != null) {
            if (!entry.isEncrypted()) {
              throw new Error("options.decrypt can only be specified for encrypted entries. See also option decodeFileData.");
            }
            if (options2.decrypt !== false) throw new Error("invalid options.decrypt value: " + options2.decrypt);
            if (entry.isCompressed()) {
              if (options2.decompress !== false) throw new Error("entry is encrypted and compressed, and options.decompress !== false. See also option decodeFileData.");
            }
          }
          if (options2.decompress != null) {
            if (!entry.isCompressed()) {
              throw new Error("options.decompress can only be specified for compressed entries. See also option decodeFileData.");
            }
            if (!(options2.decompress === false || options2.decompress === true)) {
              throw new Error("invalid options.decompress value: " + options2.decompress);
            }
            decompress = options2.decompress;
          }
        }
        if (options2.start != null) {
          relativeStart = options2.start;
          if (relativeStart < 0) throw new Error("options.start < 0");
          if (relativeStart > entry.compressedSize) throw new Error("options.start > entry.compressedSize");
        }
        if (options2.end != null) {
          relativeEnd = options2.end;
          if (relativeEnd < 0) throw new Error("options.end < 0");
          if (relativeEnd > entry.compressedSize) throw new Error("options.end > entry.compressedSize");
          if (relativeEnd < relativeStart) throw new Error("options.end < options.start");
        }
      }
      var rawMode = options2.decodeFileData === false || // Explicitly requested raw.
      (entry.compressionMethod === 0 || // Naturally without compression.
      entry.compressionMethod === 8 && options2.decompress === false) && (!entry.isEncrypted() || // Naturally without encryption.
      options2.decrypt === false);
      if (options2.start != null || options2.end != null) {
        if (!rawMode) throw new Error("start/end range require options.decodeFileData === false for non-trivial encoded entries.");
      }
      if (!self.isOpen) return callback(new Error("closed"));
      if (entry.isEncrypted() && !rawMode) {
        if (options2.decrypt !== false) return callback(new Error("entry is encrypted, and options.decodeFileData !== false"));
      }
      var decompress;
      if (rawMode) {
        decompress = false;
      } else if (entry.compressionMethod === 8) {
        decompress = options2.decodeFileData !== true;
      } else {
        return callback(new Error("unsupported compression method: " + entry.compressionMethod));
      }
      self.readLocalFileHeader(entry, { minimal: true }, function(err, localFileHeader) {
        if (err) return callback(err);
        self.openReadStreamLowLevel(
          localFileHeader.fileDataStart,
          entry.compressedSize,
          relativeStart,
          relativeEnd,
          decompress,
          entry.uncompressedSize,
          callback
        );
      });
    };
    ZipFile.prototype.openReadStreamLowLevel = function(fileDataStart, compressedSize, relativeStart, relativeEnd, decompress, uncompressedSize, callback) {
      var self = this;
      var fileDataEnd = fileDataStart + compressedSize;
      var readStream = self.reader.createReadStream({
        start: fileDataStart + relativeStart,
        end: fileDataStart + relativeEnd
      });
      var endpointStream = readStream;
      if (decompress) {
        var destroyed = false;
        var inflateFilter = zlib.createInflateRaw();
        readStream.on("error", function(err) {
          setImmediate(function() {
            if (!destroyed) inflateFilter.emit("error", err);
          });
        });
        readStream.pipe(inflateFilter);
        if (self.validateEntrySizes) {
          endpointStream = new AssertByteCountStream(uncompressedSize);
          inflateFilter.on("error", function(err) {
            setImmediate(function() {
              if (!destroyed) endpointStream.emit("error", err);
            });
          });
          inflateFilter.pipe(endpointStream);
        } else {
          endpointStream = inflateFilter;
        }
        installDestroyFn(endpointStream, function() {
          destroyed = true;
          if (inflateFilter !== endpointStream) inflateFilter.unpipe(endpointStream);
          readStream.unpipe(inflateFilter);
          readStream.destroy();
        });
      }
      callback(null, endpointStream);
    };
    ZipFile.prototype.readLocalFileHeader = function(entry, options2, callback) {
      var self = this;
      if (callback == null) {
        callback = options2;
        options2 = null;
      }
      if (options2 == null) options2 = {};
      self.reader.ref();
      var buffer3 = newBuffer(30);
      readAndAssertNoEof(self.reader, buffer3, 0, buffer3.length, entry.relativeOffsetOfLocalHeader, function(err) {
        try {
          if (err) return callback(err);
          var signature = buffer3.readUInt32LE(0);
          if (signature !== 67324752) {
            return callback(new Error("invalid local file header signature: 0x" + signature.toString(16)));
          }
          var fileNameLength = buffer3.readUInt16LE(26);
          var extraFieldLength = buffer3.readUInt16LE(28);
          var fileDataStart = entry.relativeOffsetOfLocalHeader + 30 + fileNameLength + extraFieldLength;
          if (fileDataStart + entry.compressedSize > self.fileSize) {
            return callback(new Error("file data overflows file bounds: " + fileDataStart + " + " + entry.compressedSize + " > " + self.fileSize));
          }
          if (options2.minimal) {
            return callback(null, { fileDataStart });
          }
          var localFileHeader = new LocalFileHeader();
          localFileHeader.fileDataStart = fileDataStart;
          localFileHeader.versionNeededToExtract = buffer3.readUInt16LE(4);
          localFileHeader.generalPurposeBitFlag = buffer3.readUInt16LE(6);
          localFileHeader.compressionMethod = buffer3.readUInt16LE(8);
          localFileHeader.lastModFileTime = buffer3.readUInt16LE(10);
          localFileHeader.lastModFileDate = buffer3.readUInt16LE(12);
          localFileHeader.crc32 = buffer3.readUInt32LE(14);
          localFileHeader.compressedSize = buffer3.readUInt32LE(18);
          localFileHeader.uncompressedSize = buffer3.readUInt32LE(22);
          localFileHeader.fileNameLength = fileNameLength;
          localFileHeader.extraFieldLength = extraFieldLength;
          buffer3 = newBuffer(fileNameLength + extraFieldLength);
          self.reader.ref();
          readAndAssertNoEof(self.reader, buffer3, 0, buffer3.length, entry.relativeOffsetOfLocalHeader + 30, function(err2) {
            try {
              if (err2) return callback(err2);
              localFileHeader.fileName = buffer3.subarray(0, fileNameLength);
              localFileHeader.extraField = buffer3.subarray(fileNameLength);
              return callback(null, localFileHeader);
            } finally {
              self.reader.unref();
            }
          });
        } finally {
          self.reader.unref();
        }
      });
    };
    ZipFile.prototype.openReadStreamPromise = function(entry, options2) {
      return new Promise((resolve, reject) => {
        this.openReadStream(entry, options2, function(err, readStream) {
          if (err) return reject(err);
          resolve(readStream);
        });
      });
    };
    ZipFile.prototype.openReadStreamLowLevelPromise = function(fileDataStart, compressedSize, relativeStart, relativeEnd, decompress, uncompressedSize) {
      return new Promise((resolve, reject) => {
        this.openReadStream(fileDataStart, compressedSize, relativeStart, relativeEnd, decompress, uncompressedSize, function(err, readStream) {
          if (err) return reject(err);
          resolve(readStream);
        });
      });
    };
    ZipFile.prototype.readLocalFileHeaderPromise = function(entry, options2) {
      return new Promise((resolve, reject) => {
        this.readLocalFileHeader(entry, options2, function(err, localFileHeader) {
          if (err) return reject(err);
          resolve(localFileHeader);
        });
      });
    };
    function Entry() {
    }
    Entry.prototype.getLastModDate = function(options2) {
      if (options2 == null) options2 = {};
      if (!options2.forceDosFormat) {
        for (var i = 0; i < this.extraFields.length; i++) {
          var extraField = this.extraFields[i];
          if (extraField.id === 21589) {
            var data = extraField.data;
            if (data.length < 5) continue;
            var flags = data[0];
            var HAS_MTIME = 1;
            if (!(flags & HAS_MTIME)) continue;
            var posixTimestamp = data.readInt32LE(1);
            return new Date(posixTimestamp * 1e3);
          } else if (extraField.id === 10) {
            var data = extraField.data;
            if (data.length !== 32) continue;
            if (data.readUInt16LE(4) !== 1) continue;
            if (data.readUInt16LE(6) !== 24) continue;
            var hundredNanoSecondsSince1601 = data.readUInt32LE(8) + 4294967296 * data.readInt32LE(12);
            var millisecondsSince1970 = hundredNanoSecondsSince1601 / 1e4 - 116444736e5;
            return new Date(millisecondsSince1970);
          }
        }
      }
      return dosDateTimeToDate(this.lastModFileDate, this.lastModFileTime, options2.timezone);
    };
    Entry.prototype.canDecodeFileData = function() {
      return !this.isEncrypted() && (this.compressionMethod === 0 || this.compressionMethod === 8);
    };
    Entry.prototype.isEncrypted = function() {
      return (this.generalPurposeBitFlag & 1) !== 0;
    };
    Entry.prototype.isCompressed = function() {
      return this.compressionMethod === 8;
    };
    function LocalFileHeader() {
    }
    function dosDateTimeToDate(date, time, timezone) {
      var day = date & 31;
      var month = (date >> 5 & 15) - 1;
      var year = (date >> 9 & 127) + 1980;
      var millisecond = 0;
      var second = (time & 31) * 2;
      var minute = time >> 5 & 63;
      var hour = time >> 11 & 31;
      if (timezone == null || timezone === "local") {
        return new Date(year, month, day, hour, minute, second, millisecond);
      } else if (timezone === "UTC") {
        return new Date(Date.UTC(year, month, day, hour, minute, second, millisecond));
      } else {
        throw new Error("unrecognized options.timezone: " + options.timezone);
      }
    }
    function getFileNameLowLevel(generalPurposeBitFlag, fileNameBuffer, extraFields, strictFileNames) {
      var fileName = null;
      for (var i = 0; i < extraFields.length; i++) {
        var extraField = extraFields[i];
        if (extraField.id === 28789) {
          if (extraField.data.length < 6) {
            continue;
          }
          if (extraField.data.readUInt8(0) !== 1) {
            continue;
          }
          var oldNameCrc32 = extraField.data.readUInt32LE(1);
          if (crc32(fileNameBuffer) !== oldNameCrc32) {
            continue;
          }
          fileName = decodeBuffer(extraField.data.subarray(5), true);
          break;
        }
      }
      if (fileName == null) {
        var isUtf8 = (generalPurposeBitFlag & 2048) !== 0;
        fileName = decodeBuffer(fileNameBuffer, isUtf8);
      }
      if (!strictFileNames) {
        fileName = fileName.replace(/\\/g, "/");
      }
      return fileName;
    }
    function validateFileName2(fileName) {
      if (fileName.indexOf("\\") !== -1) {
        return "invalid characters in fileName: " + fileName;
      }
      if (/^[a-zA-Z]:/.test(fileName) || /^\//.test(fileName)) {
        return "absolute path: " + fileName;
      }
      if (fileName.split("/").indexOf("..") !== -1) {
        return "invalid relative path: " + fileName;
      }
      return null;
    }
    function parseExtraFields(extraFieldBuffer) {
      var extraFields = [];
      var i = 0;
      while (i < extraFieldBuffer.length - 3) {
        var headerId = extraFieldBuffer.readUInt16LE(i + 0);
        var dataSize = extraFieldBuffer.readUInt16LE(i + 2);
        var dataStart = i + 4;
        var dataEnd = dataStart + dataSize;
        if (dataEnd > extraFieldBuffer.length) throw new Error("extra field length exceeds extra field buffer size");
        var dataBuffer = extraFieldBuffer.subarray(dataStart, dataEnd);
        extraFields.push({
          id: headerId,
          data: dataBuffer
        });
        i = dataEnd;
      }
      return extraFields;
    }
    function readAndAssertNoEof(reader, buffer3, offset, length, position, callback) {
      if (length === 0) {
        return setImmediate(function() {
          callback(null, newBuffer(0));
        });
      }
      reader.read(buffer3, offset, length, position, function(err, bytesRead) {
        if (err) return callback(err);
        if (bytesRead < length) {
          return callback(new Error("unexpected EOF"));
        }
        callback();
      });
    }
    util.inherits(AssertByteCountStream, Transform);
    function AssertByteCountStream(byteCount) {
      Transform.call(this);
      this.actualByteCount = 0;
      this.expectedByteCount = byteCount;
    }
    AssertByteCountStream.prototype._transform = function(chunk, encoding, cb) {
      this.actualByteCount += chunk.length;
      if (this.actualByteCount > this.expectedByteCount) {
        var msg = "too many bytes in the stream. expected " + this.expectedByteCount + ". got at least " + this.actualByteCount;
        return cb(new Error(msg));
      }
      cb(null, chunk);
    };
    AssertByteCountStream.prototype._flush = function(cb) {
      if (this.actualByteCount < this.expectedByteCount) {
        var msg = "not enough bytes in the stream. expected " + this.expectedByteCount + ". got only " + this.actualByteCount;
        return cb(new Error(msg));
      }
      cb();
    };
    util.inherits(RandomAccessReader, EventEmitter);
    function RandomAccessReader() {
      EventEmitter.call(this);
      this.refCount = 0;
    }
    RandomAccessReader.prototype.ref = function() {
      this.refCount += 1;
    };
    RandomAccessReader.prototype.unref = function() {
      var self = this;
      self.refCount -= 1;
      if (self.refCount > 0) return;
      if (self.refCount < 0) throw new Error("invalid unref");
      self.close(onCloseDone);
      function onCloseDone(err) {
        if (err) return self.emit("error", err);
        self.emit("close");
      }
    };
    RandomAccessReader.prototype.createReadStream = function(options2) {
      if (options2 == null) options2 = {};
      var start = options2.start;
      var end = options2.end;
      if (start === end) {
        var emptyStream = new PassThrough();
        setImmediate(function() {
          emptyStream.end();
        });
        return emptyStream;
      }
      var stream = this._readStreamForRange(start, end);
      var destroyed = false;
      var refUnrefFilter = new RefUnrefFilter(this);
      stream.on("error", function(err) {
        setImmediate(function() {
          if (!destroyed) refUnrefFilter.emit("error", err);
        });
      });
      installDestroyFn(refUnrefFilter, function() {
        stream.unpipe(refUnrefFilter);
        refUnrefFilter.unref();
        stream.destroy();
      });
      var byteCounter = new AssertByteCountStream(end - start);
      refUnrefFilter.on("error", function(err) {
        setImmediate(function() {
          if (!destroyed) byteCounter.emit("error", err);
        });
      });
      installDestroyFn(byteCounter, function() {
        destroyed = true;
        refUnrefFilter.unpipe(byteCounter);
        refUnrefFilter.destroy();
      });
      return stream.pipe(refUnrefFilter).pipe(byteCounter);
    };
    RandomAccessReader.prototype._readStreamForRange = function(start, end) {
      throw new Error("not implemented");
    };
    RandomAccessReader.prototype.read = function(buffer3, offset, length, position, callback) {
      var readStream = this.createReadStream({ start: position, end: position + length });
      var writeStream = new Writable();
      var written = 0;
      writeStream._write = function(chunk, encoding, cb) {
        chunk.copy(buffer3, offset + written, 0, chunk.length);
        written += chunk.length;
        cb();
      };
      writeStream.on("finish", callback);
      readStream.on("error", function(error) {
        callback(error);
      });
      readStream.pipe(writeStream);
    };
    RandomAccessReader.prototype.close = function(callback) {
      setImmediate(callback);
    };
    util.inherits(RefUnrefFilter, PassThrough);
    function RefUnrefFilter(context) {
      PassThrough.call(this);
      this.context = context;
      this.context.ref();
      this.unreffedYet = false;
    }
    RefUnrefFilter.prototype._flush = function(cb) {
      this.unref();
      cb();
    };
    RefUnrefFilter.prototype.unref = function(cb) {
      if (this.unreffedYet) return;
      this.unreffedYet = true;
      this.context.unref();
    };
    var cp437 = "\0\u263A\u263B\u2665\u2666\u2663\u2660\u2022\u25D8\u25CB\u25D9\u2642\u2640\u266A\u266B\u263C\u25BA\u25C4\u2195\u203C\xB6\xA7\u25AC\u21A8\u2191\u2193\u2192\u2190\u221F\u2194\u25B2\u25BC !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~\u2302\xC7\xFC\xE9\xE2\xE4\xE0\xE5\xE7\xEA\xEB\xE8\xEF\xEE\xEC\xC4\xC5\xC9\xE6\xC6\xF4\xF6\xF2\xFB\xF9\xFF\xD6\xDC\xA2\xA3\xA5\u20A7\u0192\xE1\xED\xF3\xFA\xF1\xD1\xAA\xBA\xBF\u2310\xAC\xBD\xBC\xA1\xAB\xBB\u2591\u2592\u2593\u2502\u2524\u2561\u2562\u2556\u2555\u2563\u2551\u2557\u255D\u255C\u255B\u2510\u2514\u2534\u252C\u251C\u2500\u253C\u255E\u255F\u255A\u2554\u2569\u2566\u2560\u2550\u256C\u2567\u2568\u2564\u2565\u2559\u2558\u2552\u2553\u256B\u256A\u2518\u250C\u2588\u2584\u258C\u2590\u2580\u03B1\xDF\u0393\u03C0\u03A3\u03C3\xB5\u03C4\u03A6\u0398\u03A9\u03B4\u221E\u03C6\u03B5\u2229\u2261\xB1\u2265\u2264\u2320\u2321\xF7\u2248\xB0\u2219\xB7\u221A\u207F\xB2\u25A0\xA0";
    function decodeBuffer(buffer3, isUtf8) {
      if (isUtf8) {
        return buffer3.toString("utf8");
      } else {
        var result = "";
        for (var i = 0; i < buffer3.length; i++) {
          result += cp437[buffer3[i]];
        }
        return result;
      }
    }
    function readUInt64LE(buffer3, offset) {
      var lower32 = buffer3.readUInt32LE(offset);
      var upper32 = buffer3.readUInt32LE(offset + 4);
      return upper32 * 4294967296 + lower32;
    }
    var newBuffer;
    if (typeof Buffer.allocUnsafe === "function") {
      newBuffer = function(len) {
        return Buffer.allocUnsafe(len);
      };
    } else {
      newBuffer = function(len) {
        return new Buffer(len);
      };
    }
    function installDestroyFn(stream, fn) {
      if (typeof stream.destroy === "function") {
        stream._destroy = function(err, cb) {
          fn();
          if (cb != null) cb(err);
        };
      } else {
        stream.destroy = fn;
      }
    }
    function defaultCallback(err) {
      if (err) throw err;
    }
  }
});

// actions/nodes/prove/files.ts
import { join as join2 } from "node:path";

// actions/nodes/prove/alike.ts
import { lstatSync, readFileSync } from "node:fs";

// actions/nodes/prove/hash-file.ts
import { createHash, hash } from "node:crypto";
import { closeSync, constants, fstatSync, openSync, readlinkSync, readSync } from "node:fs";
var HEAD = 32;
var BLOCK = 1024 * 1024;
var buffer = Buffer.alloc(HEAD + BLOCK);
function hashFile(place) {
  const file = openSync(place, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    const { size } = fstatSync(file);
    return size <= BLOCK ? hashSmall(file, size) : hashLarge(file, size);
  } finally {
    closeSync(file);
  }
}
function hashSmall(file, size) {
  const head = buffer.write(`blob ${size}\0`, "latin1");
  let read = 0;
  while (read < size) {
    const count = readSync(file, buffer, head + read, size - read, null);
    if (count === 0) break;
    read += count;
  }
  return hash("sha1", buffer.subarray(0, head + read));
}
function hashLarge(file, size) {
  const sum = createHash("sha1").update(`blob ${size}\0`);
  for (; ; ) {
    const count = readSync(file, buffer, 0, BLOCK, null);
    if (count === 0) return sum.digest("hex");
    sum.update(buffer.subarray(0, count));
  }
}
function hashLink(place) {
  return hashBlob(readlinkSync(place, { encoding: "buffer" }));
}
function hashBlob(bytes) {
  return hashObject("blob", bytes);
}
function hashObject(type, bytes) {
  return createHash("sha1").update(`${type} ${bytes.length}\0`).update(bytes).digest("hex");
}

// actions/nodes/prove/output.ts
import { buffer as buffer2 } from "node:stream/consumers";
async function bytesFrom(git, args, options2) {
  let bytes = Buffer.alloc(0);
  const read = async (stdout) => {
    bytes = await buffer2(stdout);
  };
  const { exitCode, stderr } = await git.run(args, { ...options2, read, anyExit: true });
  return { exitCode, stderr, bytes };
}

// actions/nodes/prove/paths.ts
import { join } from "node:path";
function placeOf(folder, path) {
  if (/^[\u0000-\u007f]*$/.test(path)) return path === "" ? folder : `${folder}/${path}`;
  return Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(path, "latin1")]);
}
function inner(folder, name) {
  return folder === "" ? name : `${folder}/${name}`;
}
function bytesOf(text) {
  return Buffer.from(text).toString("latin1");
}
function shown(path) {
  const bytes = Buffer.from(path, "latin1");
  const text = bytes.toString("utf8");
  const ordinary = /^[^\p{C}\p{Zl}\p{Zp}"\\]*$/u.test(text) && Buffer.from(text).equals(bytes);
  return ordinary ? text : quoted(path);
}
function quoted(path) {
  const escaped = path.replace(/[^\u0020-\u007e]|["\\]/g, (character) => {
    if (character === '"' || character === "\\") return `\\${character}`;
    return `\\${character.charCodeAt(0).toString(8).padStart(3, "0")}`;
  });
  return `"${escaped}"`;
}
function folderAt(folder, path) {
  const bytes = Buffer.from(path, "latin1");
  const text = bytes.toString("utf8");
  return Buffer.from(text).equals(bytes) ? join(folder, text) : void 0;
}

// actions/nodes/prove/alike.ts
var LONGEST_TEXT = 64 * 1024 * 1024;
async function alikeOf(root, changed, git) {
  const alike = /* @__PURE__ */ new Set();
  const otherwise = [];
  for (const { path, entry } of changed.filter((each) => each.entry.kind !== "link")) {
    const place = placeOf(root, path);
    if (lstatSync(place).size > LONGEST_TEXT) continue;
    const bytes = readFileSync(place);
    const text = bytes.toString("latin1").replaceAll(`$Id: ${entry.hash} $`, "$Id$");
    if (hashes(text, entry.hash)) alike.add(path);
    else if (hashes(text.replaceAll("\r\n", "\n"), entry.hash)) otherwise.push(path);
  }
  for (const path of await textsAmong(root, otherwise, git)) alike.add(path);
  return alike;
}
function hashes(text, expected) {
  return hashBlob(Buffer.from(text, "latin1")) === expected;
}
async function textsAmong(root, paths, git) {
  if (paths.length === 0) return [];
  const names = paths.map((path) => Buffer.from(path, "latin1").toString());
  const options2 = { cwd: root, workTree: root, attributes: true, input: `${names.join("\0")}\0` };
  const { bytes } = await bytesFrom(git, ["check-attr", "--stdin", "-z", "text", "eol", "crlf"], options2);
  const said = /* @__PURE__ */ new Map();
  const fields = bytes.toString("latin1").split("\0");
  for (let at = 0; at + 2 < fields.length; at += 3)
    said.set(`${fields[at + 1]} ${fields[at]}`, fields[at + 2] ?? "");
  return paths.filter((path) => {
    const [text = "", eol = "", crlf = ""] = ["text", "eol", "crlf"].map(
      (name) => said.get(`${name} ${path}`)
    );
    if (text !== "unspecified") return text === "set" || text === "auto";
    return eol === "lf" || eol === "crlf" || crlf === "set" || crlf === "input";
  });
}

// actions/nodes/prove/commit.ts
var MOST_FILES = 1e6;
async function readCommit(git, objects, commit) {
  const known = await readObjects(git, objects, await namesOf(git, objects, commit));
  const [, tree] = /^tree ([0-9a-f]{40})\n/.exec(textOf(known, commit)) ?? [];
  if (tree === void 0) throw new Error(`${commit} is no commit`);
  const found = { tree, files: /* @__PURE__ */ new Map(), folders: /* @__PURE__ */ new Set() };
  addTree(found, known, tree, "");
  return found;
}
async function namesOf(git, objects, commit) {
  const args = ["--no-walk", "--objects", "--no-object-names", "--filter=blob:none", commit];
  const listed = await output(git, objects, ["rev-list", ...args]);
  return listed.toString("latin1").split("\n").filter(Boolean);
}
async function readObjects(git, objects, names) {
  const bytes = await output(git, objects, ["cat-file", "--batch"], `${names.join("\n")}
`);
  const known = /* @__PURE__ */ new Map();
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf("\n", at);
    const [name = "", type = "", size = ""] = bytes.toString("latin1", at, end).split(" ");
    if (size === "") throw new Error(`the object ${name} is missing`);
    const content = bytes.subarray(end + 1, end + 1 + Number(size));
    if (hashObject(type, content) !== name) throw new Error(`the object ${name} holds something else`);
    known.set(name, content);
    at = end + 1 + content.length + 1;
  }
  return known;
}
async function output(git, objects, args, input = "") {
  const { exitCode, stderr, bytes } = await bytesFrom(git, args, { objects, input });
  if (exitCode === 0) return bytes;
  throw new Error((stderr.trim().split("\n").at(-1) ?? "").replace(/^(fatal|error): /, ""));
}
function textOf(known, name) {
  return known.get(name)?.toString("latin1") ?? "";
}
function addTree(found, known, tree, folder) {
  const bytes = known.get(tree);
  if (!bytes) throw new Error(`the object ${tree} is missing`);
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(0, at);
    const [, mode = "", name = ""] = /^(\d+) (.*)$/s.exec(bytes.toString("latin1", at, end)) ?? [];
    const hash2 = bytes.toString("hex", end + 1, end + 21);
    at = end + 21;
    if (!isName(name)) throw new Error(`it has an entry ${JSON.stringify(name)}, which no folder can have`);
    const path = inner(folder, name);
    const kind = kindOf(mode);
    if (kind !== "folder") found.files.set(path, { kind, hash: hash2 });
    else {
      found.folders.add(path);
      addTree(found, known, hash2, path);
    }
    if (found.files.size + found.folders.size > MOST_FILES) throw new Error("it has too many files");
  }
}
function isName(name) {
  return name !== "" && name !== "." && name !== ".." && !name.includes("/") && name !== ".git";
}
function kindOf(mode) {
  if (mode === "40000" || mode === "040000") return "folder";
  if (mode === "120000") return "link";
  if (mode === "160000") return "submodule";
  return (Number.parseInt(mode, 8) & 64) !== 0 ? "program" : "file";
}

// actions/nodes/prove/compiled.ts
import { lstatSync as lstatSync2 } from "node:fs";
var IN_CACHE = /(?:^|\/)__pycache__\/[^/]+\.(?:pyc|pyc\.\d+|pyo|nbi|nbc)$/;
function isCompiled(folder, path) {
  if (IN_CACHE.test(path)) return true;
  if (!path.endsWith(".pyc")) return false;
  const source = placeOf(folder, path.slice(0, -1));
  return lstatSync2(source, { throwIfNoEntry: false })?.isFile() ?? false;
}

// actions/nodes/prove/walk.ts
import { lstatSync as lstatSync3, readdirSync } from "node:fs";
var BREATH = 64;
async function walkFolder(root, wanted) {
  const walked = { differences: [], changed: [], extra: [], submodules: [] };
  const missing = new Map(wanted.files);
  const left = [""];
  let looked = 0;
  for (let folder = left.pop(); folder !== void 0; folder = left.pop()) {
    const at = folder;
    for (const found of attempt(walked, at, () => entriesOf(root, at), [])) {
      const path = inner(folder, found.name.toString("latin1"));
      if (path === ".git") continue;
      if (++looked % BREATH === 0) await new Promise(setImmediate);
      const entry = wanted.files.get(path);
      if (entry) {
        missing.delete(path);
        attempt(walked, path, () => compare(walked, root, path, entry), void 0);
      } else if (wanted.folders.has(path) && found.isDirectory()) left.push(path);
      else walked.extra.push({ path, kind: kindOfEntry(found) });
    }
  }
  for (const [path, { kind }] of missing)
    walked.differences.push(difference(path, kindName(kind), "there", "missing"));
  return walked;
}
function kindOfEntry(found) {
  if (found.isDirectory()) return "folder";
  return found.isFile() ? "file" : "other";
}
function entriesOf(root, folder) {
  return readdirSync(placeOf(root, folder), { encoding: "buffer", withFileTypes: true });
}
function compare(walked, root, path, entry) {
  const place = placeOf(root, path);
  const found = lstatSync3(place);
  const kind = kindOf2(found);
  const wanted = kindName(entry.kind);
  if (wanted !== kind) walked.differences.push(difference(path, wanted, "there", `a ${kind}`));
  else if (entry.kind === "submodule") walked.submodules.push({ path, commit: entry.hash });
  else {
    const actual = kind === "link" ? hashLink(place) : hashFile(place);
    if (actual !== entry.hash) walked.changed.push({ path, entry, actual });
    const mode = modeOf(found);
    const expected = entry.kind === "program" ? "executable" : "not executable";
    if (kind === "file" && mode !== expected)
      walked.differences.push(difference(path, "mode", expected, mode));
  }
}
function difference(path, what, expected, actual) {
  return { path: shown(path), what, expected, actual };
}
function attempt(walked, path, look, otherwise) {
  try {
    return look();
  } catch (error) {
    const { code = String(error) } = error;
    walked.differences.push(difference(path, "content", "readable", code));
    return otherwise;
  }
}
function kindName(kind) {
  return kind === "program" ? "file" : kind;
}
function kindOf2(found) {
  if (found.isFile()) return "file";
  if (found.isSymbolicLink()) return "link";
  return found.isDirectory() ? "submodule" : "device";
}
function modeOf({ mode }) {
  if ((mode & 3072) !== 0) return (mode & 4095).toString(8);
  return (mode & 64) !== 0 ? "executable" : "not executable";
}

// actions/nodes/prove/extras.ts
async function judgeExtras(root, extras, git, generated) {
  const judged = { differences: [], ignored: [] };
  const counts = /* @__PURE__ */ new Map();
  let left = extras.map((extra) => ({ ...extra, top: extra, mayBeIgnored: generated }));
  while (left.length > 0) {
    left = left.filter(({ path, kind }) => kind !== "file" || !isCompiled(root, path));
    const untrusted = new Set(
      left.flatMap(({ path }) => nameOf(path) === ".gitignore" ? [folderOf(path)] : [])
    );
    const asked = left.filter(
      ({ path, mayBeIgnored }) => mayBeIgnored && !path.endsWith(".pyc") && !untrusted.has(folderOf(path))
    );
    const ignored = await ignoredOf(root, asked, git);
    const next = [];
    for (const each of left.filter(({ path }) => !ignored.has(path))) {
      if (each.kind !== "folder") counts.set(each.top, (counts.get(each.top) ?? 0) + 1);
      else
        next.push(
          ...below(root, each).map((found) => ({ ...each, ...found, mayBeIgnored: asked.includes(each) }))
        );
    }
    judged.ignored.push(...[...ignored].map(shown));
    left = next;
  }
  for (const [{ path, kind }, count] of counts) {
    const actual = kind === "folder" ? `a folder with ${count} file${count === 1 ? "" : "s"}` : "a file";
    judged.differences.push({ path: shown(path), what: "extra", expected: "nothing", actual });
  }
  return judged;
}
function below(root, { path }) {
  return entriesOf(root, path).map((found) => ({
    path: inner(path, found.name.toString("latin1")),
    kind: kindOfEntry(found)
  }));
}
async function ignoredOf(root, extras, git) {
  const texts = extras.map(({ path }) => Buffer.from(path, "latin1").toString());
  if (texts.length === 0) return /* @__PURE__ */ new Set();
  const args = ["-c", "core.excludesFile=/dev/null", "check-ignore", "--no-index", "-z", "--stdin"];
  const { bytes } = await bytesFrom(git, args, { cwd: root, workTree: root, input: `${texts.join("\0")}\0` });
  return new Set(bytes.toString("latin1").split("\0").filter(Boolean));
}
function nameOf(path) {
  return path.slice(path.lastIndexOf("/") + 1);
}
function folderOf(path) {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

// actions/nodes/prove/files.ts
async function proveFiles(folder, commit, git, options2) {
  const repository = await openRepository(folder, options2.root);
  if (!repository) return nothingProven(whole("repository", commit, "no .git"));
  const proof = nothingProven(...differencesOf(repository, commit));
  const at = repository.head ?? commit;
  const files = await readFiles(git, repository.objects, at);
  if (typeof files === "string") proof.differences.push(whole("objects", `commit ${at}`, files));
  else {
    if (at === commit) proof.tree = files.tree;
    await compareFolder(proof, folder, files, git, options2);
  }
  return proof;
}
function nothingProven(...differences) {
  return { tree: void 0, differences, ignored: [], submodules: [] };
}
function whole(what, expected, actual) {
  return { path: "", what, expected, actual };
}
function differencesOf(repository, commit) {
  const { head, settings, elsewhere, hooks } = repository;
  return [
    ...head === commit ? [] : [whole("commit", commit, head ?? "a HEAD that leads nowhere")],
    ...unusualSettings(settings, elsewhere).map((setting) => ({
      ...{ path: ".git/config", what: "setting", expected: "none of its own", actual: setting }
    })),
    ...hooks.map((hook) => ({ path: `.git/hooks/${hook}`, what: "hook", expected: "none", actual: "there" }))
  ];
}
async function readFiles(git, objects, commit) {
  try {
    return await readCommit(git, objects, commit);
  } catch (error) {
    if (isUserError(error) || error instanceof CancelledError) throw error;
    return messageOf(error);
  }
}
async function compareFolder(proof, folder, files, git, options2) {
  leaveEmpty(files, folder);
  const walked = await walkFolder(folder, files);
  const alike = await alikeOf(folder, walked.changed, git);
  const changed = walked.changed.filter(({ path }) => !alike.has(path));
  const { apart } = options2;
  const extra = apart === void 0 ? walked.extra : walked.extra.filter(({ path }) => !`${path}/`.startsWith(`${apart}/`));
  const extras = await judgeExtras(folder, extra, git, options2.generated);
  proof.ignored.push(...extras.ignored);
  proof.differences.push(
    ...walked.differences,
    ...changed.map(({ path, entry, actual }) => ({
      ...{ path: shown(path), what: "content", expected: entry.hash, actual }
    })),
    ...extras.differences
  );
  for (const { path, commit } of walked.submodules)
    addSubmodule(proof, path, commit, await proveSubmodule(folder, path, commit, git, options2));
}
function leaveEmpty({ files, folders }, folder) {
  const { values } = readSettings(readText(join2(folder, ".gitmodules")) ?? "");
  const named = new Set(
    [...values].flatMap(([key, path]) => /^submodule\..+\.path$/s.test(key) ? [path] : [])
  );
  for (const [path, { kind }] of files) {
    if (kind !== "submodule" || named.has(shown(path).replace(/\/$/, ""))) continue;
    files.delete(path);
    folders.add(path);
  }
}
async function proveSubmodule(folder, path, commit, git, options2) {
  const place = folderAt(folder, path);
  return place === void 0 ? nothingProven(whole("repository", commit, "a folder whose name is no text")) : proveFiles(place, commit, git, options2);
}
function addSubmodule(proof, path, commit, found) {
  const name = shown(path);
  const below2 = (rest) => `${name}/${rest}`;
  proof.submodules.push({ path: name, commit, tree: found.tree });
  proof.submodules.push(...found.submodules.map((each) => ({ ...each, path: below2(each.path) })));
  proof.ignored.push(...found.ignored.map(below2));
  for (const difference2 of found.differences)
    proof.differences.push(
      difference2.path === "" ? { ...difference2, path: name, what: `submodule ${difference2.what}` } : { ...difference2, path: below2(difference2.path) }
    );
}

// actions/nodes/archives/unpack.ts
var import_yauzl2 = __toESM(require_yauzl(), 1);
import { createWriteStream } from "node:fs";
import { mkdir, readdir, utimes, writeFile } from "node:fs/promises";
import { dirname, join as join3 } from "node:path";
import { pipeline } from "node:stream/promises";

// actions/nodes/archives/entries.ts
var import_yauzl = __toESM(require_yauzl(), 1);
var COUNT = 5e4;
var EXPANDED = 4 * 1024 ** 3;
var KIND = 61440;
var LINK = 40960;
var KINDS = /* @__PURE__ */ new Set([0, 32768, 16384]);
var LIMITS = { count: COUNT, expanded: EXPANDED };
function judgeEntries(entries, limits = LIMITS) {
  if (entries.length === 0) throw bad("is empty");
  if (entries.length > limits.count) throw bad(`has more than ${limits.count} entries`);
  const expanded = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
  if (expanded > limits.expanded)
    throw bad(`expands to more than ${Math.ceil(limits.expanded / 1024 ** 2)} MB`);
  for (const entry of entries) judgeEntry(entry);
  judgePlaces(entries);
}
function isFolder(entry) {
  return entry.fileName.endsWith("/");
}
function judgeEntry(entry) {
  const name = JSON.stringify(entry.fileName);
  const kind = entry.externalFileAttributes >>> 16 & KIND;
  const parts = partsOf(entry);
  if ((0, import_yauzl.validateFileName)(entry.fileName) !== null || parts.includes(".."))
    throw bad(`names ${name}, a path outside of it`);
  if (parts.some((part) => part === "" || part === ".")) throw bad(`names ${name}, which is no plain path`);
  if (/[\u0000-\u001f\u007f]/.test(entry.fileName)) throw bad(`names ${name}, with a control character`);
  if (parts.some((part) => part.toLowerCase() === ".git")) throw bad(`names ${name}, which git would believe`);
  if (parts[0] === ".tracking" && (isFolder(entry) || parts.length > 1))
    throw bad(`names ${name}, where the list of its files goes`);
  if (kind === LINK) throw bad(`has ${name}, a symbolic link`);
  if (!KINDS.has(kind)) throw bad(`has ${name}, which is neither a file nor a folder`);
  if (entry.isEncrypted()) throw bad(`has ${name} encrypted`);
}
function judgePlaces(entries) {
  const places = /* @__PURE__ */ new Map();
  for (const entry of entries) {
    const parts = partsOf(entry);
    parts.forEach((_, index) => {
      const path = parts.slice(0, index + 1).join("/");
      const file = index === parts.length - 1 && !isFolder(entry);
      const key = path.normalize("NFC").toLowerCase();
      const other = places.get(key);
      if (other && (other.path !== path || other.file || file))
        throw bad(`has two of ${JSON.stringify(path)}`);
      places.set(key, { path, file });
    });
  }
}
function partsOf(entry) {
  return entry.fileName.replace(/\/$/, "").split("/");
}
function bad(what) {
  return new UserError("IMG8506", `Its archive ${what}.`, {
    hint: "Nothing of it was unpacked; tell the publisher, or take another version."
  });
}

// actions/nodes/archives/unpack.ts
var TRACKING = ".tracking";
async function unpack(archive, into, limits = LIMITS) {
  try {
    const zip = await (0, import_yauzl2.openPromise)(archive, { autoClose: false, strictFileNames: true });
    try {
      await unpackAll(zip, into, limits);
    } finally {
      zip.close();
    }
  } catch (error) {
    if (isUserError(error) || error.syscall !== void 0) throw error;
    throw new UserError("IMG8506", `Its archive can't be read: ${sentence(messageOf(error))}`, {
      hint: "Run this again; if it stays so, take another version.",
      cause: error
    });
  }
}
async function unpackAll(zip, into, limits) {
  if (zip.entryCount > limits.count)
    throw new UserError("IMG8506", `Its archive has more than ${limits.count} entries.`, {
      hint: "Take another version."
    });
  const entries = [];
  for await (const entry of zip.eachEntry()) entries.push(entry);
  judgeEntries(entries, limits);
  await mkdir(into, { mode: 493 });
  for (const entry of entries) await unpackEntry(zip, entry, into);
  await writeFile(join3(into, TRACKING), entries.map(({ fileName }) => fileName).join("\n"));
  await setTimes(into, newest(entries));
}
async function unpackEntry(zip, entry, into) {
  const path = join3(into, entry.fileName);
  if (isFolder(entry)) {
    await mkdir(path, { recursive: true, mode: 493 });
    return;
  }
  await mkdir(dirname(path), { recursive: true, mode: 493 });
  const content = await zip.openReadStreamPromise(entry);
  await pipeline(content, createWriteStream(path, { flags: "wx", mode: 420 }));
}
function newest(entries) {
  const times = entries.map(
    (entry) => entry.getLastModDate({ timezone: "UTC", forceDosFormat: true }).getTime()
  );
  return new Date(Math.max(...times.filter(Number.isFinite), Date.UTC(1980, 0)));
}
async function setTimes(folder, time) {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join3(folder, entry.name);
    if (entry.isDirectory()) await setTimes(path, time);
    else await utimes(path, time, time);
  }
  await utimes(folder, time, time);
}

// actions/nodes/archives/project.ts
import { join as join4 } from "node:path";
function projectOf(folder) {
  const text = readText(join4(folder, "pyproject.toml")) ?? "";
  const table = tableOf(text.replaceAll("\r\n", "\n"), "project");
  return { name: textOf2(table, "name"), version: textOf2(table, "version") };
}
function sameVersion(one, other) {
  return one !== void 0 && padded(one) === padded(other);
}
function tableOf(text, name) {
  const [, after = ""] = text.split(new RegExp(`^\\s*\\[\\s*${name}\\s*\\][^\\n]*$`, "m"));
  return after.split(/^\s*\[/m, 1)[0] ?? "";
}
function textOf2(table, key) {
  const found = new RegExp(`^\\s*(?:${key}|"${key}")\\s*=\\s*(?:"([^"\\n]*)"|'([^'\\n]*)')`, "m").exec(table);
  return (found?.[1] ?? found?.[2])?.trim();
}
function padded(version) {
  const [, numbers = version, rest = ""] = /^v?(\d+(?:\.\d+)*)(.*)$/.exec(version.trim()) ?? [];
  const parts = numbers.split(".").map((part) => part.replace(/^0+(?=\d)/, ""));
  while (parts.length < 3) parts.push("0");
  return parts.join(".") + rest;
}

// actions/nodes/packages/installed.ts
import { lstat, readdir as readdir2 } from "node:fs/promises";
import { join as join5 } from "node:path";
async function readInstalled(folders) {
  const found = /* @__PURE__ */ new Map();
  for (const folder of folders) {
    const entries = await readdir2(folder, { withFileTypes: true }).catch(() => []);
    const packages = await Promise.all(
      entries.map((entry) => entry.isSymbolicLink() ? void 0 : readPackage(folder, entry.name))
    );
    for (const each of packages) if (each && !found.has(each.name)) found.set(each.name, each);
  }
  return new Map([...found].toSorted(([a], [b]) => a < b ? -1 : 1));
}
async function readPackage(folder, entry) {
  if (entry.startsWith("~") || !/\.(dist|egg)-info$/.test(entry)) return void 0;
  const path = join5(folder, entry);
  if (entry.endsWith(".egg-info")) return readEgg(path, entry);
  const [, name, version] = /^([^-]+(?:-[^-]+)*?)-([^-]+)\.dist-info$/.exec(entry) ?? [];
  if (name === void 0 || version === void 0) return void 0;
  if (!await lstat(join5(path, "METADATA")).catch(() => void 0)) return void 0;
  const origin = readText(join5(path, "direct_url.json"));
  return {
    name: normalPackage(name),
    version: version.replaceAll("_", "-"),
    ...origin === void 0 ? {} : originOf(origin)
  };
}
function readEgg(path, entry) {
  const text = readText(join5(path, "PKG-INFO")) ?? readText(path) ?? "";
  const header = text.split(/\r?\n\r?\n/, 1)[0] ?? "";
  const [, named, numbered] = /^(.+?)-([^-]+)(?:-py[\d.]+)?\.egg-info$/.exec(entry) ?? [];
  const name = /^Name:\s*(\S+)/m.exec(header)?.[1] ?? named;
  const version = /^Version:\s*(\S+)/m.exec(header)?.[1] ?? numbered;
  return name === void 0 || version === void 0 ? void 0 : { name: normalPackage(name), version };
}
function originOf(text) {
  const { url, subdirectory, vcs_info: vcs, archive_info: archive } = parsed(text);
  if (typeof url !== "string") return {};
  const below2 = subdirectory === void 0 ? "" : `#subdirectory=${subdirectory}`;
  if (vcs?.commit_id !== void 0)
    return { address: `${vcs.vcs ?? "git"}+${url}${below2}`, commit: vcs.commit_id };
  const hash2 = archive?.hashes?.sha256 ?? /^sha256=(.+)$/.exec(archive?.hash ?? "")?.[1];
  return { address: `${url}${below2}`, ...hash2 === void 0 ? {} : { archive: `sha256:${hash2}` } };
}
function parsed(text) {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return {};
  }
}

// actions/nodes/packages/site-packages.ts
import { readdir as readdir3 } from "node:fs/promises";
import { basename, dirname as dirname2, join as join6, relative } from "node:path";
async function sitePackagesOf(python, root = "/") {
  const seen = new Seen(root);
  const folders = await foldersOf(python, seen);
  const real = await Promise.all(folders.map((folder) => resolveInside(root, folder)));
  const there = [...new Set(real.filter((folder) => folder !== void 0))];
  if (there.length > 0) return there;
  throw new UserError("IMG8302", `The packages of ${python} are nowhere to be found.`, {
    hint: "Give the Python of the environment that ComfyUI runs in, such as /venv/bin/python, and no script that starts it."
  });
}
var Seen = class {
  #root;
  constructor(root) {
    this.#root = root;
  }
  /** Without links, as a path from the root. */
  async real(path) {
    const found = await resolveInside(this.#root, path);
    return found === void 0 ? void 0 : join6("/", relative(this.#root, found));
  }
  async text(path) {
    return await readTextInside(this.#root, path);
  }
  async names(path) {
    const found = await resolveInside(this.#root, path);
    return found === void 0 ? [] : await readdir3(found).catch(() => []);
  }
};
async function foldersOf(python, seen) {
  const bin = await seen.real(dirname2(python));
  if (bin === void 0 || !python.includes("/")) return [];
  const prefix = dirname2(bin);
  const settings = await seen.text(join6(prefix, "pyvenv.cfg"));
  if (settings !== void 0) return await ofEnvironment(prefix, settingsOf(settings), seen);
  const real = await seen.real(python);
  return real === void 0 ? [] : await ofSystem(dirname2(dirname2(real)), versionIn(basename(real)), seen);
}
async function ofEnvironment(prefix, settings, seen) {
  const version = versionIn(settings.get("version") ?? settings.get("version_info") ?? "");
  const own = await libraries(prefix, version, seen);
  const home = settings.get("home");
  if (settings.get("include-system-site-packages") !== "true" || home === void 0) return own;
  const bin = await seen.real(home);
  return bin === void 0 ? own : [...own, ...await ofSystem(dirname2(bin), version, seen)];
}
async function ofSystem(prefix, version, seen) {
  const own = await libraries(prefix, version, seen);
  if (prefix !== "/usr") return own;
  const pip = await libraries("/usr/local", version, seen, "dist-packages");
  const apt = await libraries("/usr", version, seen, "dist-packages");
  return [...pip, ...own, "/usr/lib/python3/dist-packages", ...apt];
}
async function libraries(prefix, version, seen, name = "site-packages") {
  const versions = version === void 0 ? await versionsIn(join6(prefix, "lib"), seen) : [version];
  if (versions.length !== 1) return [];
  return ["lib", "lib64"].map((lib) => join6(prefix, lib, `python${versions[0]}`, name));
}
async function versionsIn(folder, seen) {
  return (await seen.names(folder)).flatMap((name) => /^python3\.\d+t?$/.test(name) ? name.slice(6) : []);
}
function versionIn(text) {
  return /(?:^|python)(3\.\d+t?)/.exec(text)?.[1];
}
function settingsOf(text) {
  const pairs = text.split(/\r?\n/).flatMap((line) => {
    const equals = line.indexOf("=");
    return equals < 0 ? [] : [[line.slice(0, equals).trim().toLowerCase(), line.slice(equals + 1).trim()]];
  });
  return new Map(pairs.map(([key, value]) => [key, key.startsWith("include") ? value.toLowerCase() : value]));
}

export {
  placeOf,
  inner,
  bytesOf,
  shown,
  folderAt,
  isCompiled,
  hashFile,
  hashLink,
  hashObject,
  entriesOf,
  readCommit,
  proveFiles,
  TRACKING,
  unpack,
  projectOf,
  sameVersion,
  readInstalled,
  sitePackagesOf
};
