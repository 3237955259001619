import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  __commonJS
} from "./chunk-TO6V6YKD.js";

// node_modules/dayjs/plugin/timezone.js
var require_timezone = __commonJS({
  "node_modules/dayjs/plugin/timezone.js"(exports, module) {
    !(function(t, e) {
      "object" == typeof exports && "undefined" != typeof module ? module.exports = e() : "function" == typeof define && define.amd ? define(e) : (t = "undefined" != typeof globalThis ? globalThis : t || self).dayjs_plugin_timezone = e();
    })(exports, (function() {
      "use strict";
      var t = { year: 0, month: 1, day: 2, hour: 3, minute: 4, second: 5 }, e = {};
      return function(n, i, r) {
        var o, a = function(t2, n2, i2) {
          void 0 === i2 && (i2 = {});
          var r2 = new Date(t2), o2 = (function(t3, n3) {
            void 0 === n3 && (n3 = {});
            var i3 = n3.timeZoneName || "short", r3 = t3 + "|" + i3, o3 = e[r3];
            return o3 || (o3 = new Intl.DateTimeFormat("en-US", { hour12: false, timeZone: t3, year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", second: "2-digit", timeZoneName: i3 }), e[r3] = o3), o3;
          })(n2, i2);
          return o2.formatToParts(r2);
        }, u = function(e2, n2) {
          for (var i2 = a(e2, n2), o2 = [], u2 = 0; u2 < i2.length; u2 += 1) {
            var f2 = i2[u2], s2 = f2.type, m = f2.value, c = t[s2];
            c >= 0 && (o2[c] = parseInt(m, 10));
          }
          var l = o2[3], d = 24 === l ? 0 : l, h = o2[0] + "-" + o2[1] + "-" + o2[2] + " " + d + ":" + o2[4] + ":" + o2[5] + ":000", v = +e2;
          return (r.utc(h).valueOf() - (v -= v % 1e3)) / 6e4;
        }, f = i.prototype;
        f.tz = function(t2, e2) {
          if (void 0 === t2 && (t2 = o), !this.isValid()) return this;
          var n2, i2 = this.utcOffset(), a2 = this.toDate(), f2 = a2.toLocaleString("en-US", { timeZone: t2 }), s2 = u(+a2, t2);
          if (!Number(s2)) n2 = this.utcOffset(0, e2);
          else if (n2 = r(f2, { locale: this.$L }).$set("millisecond", this.$ms).utcOffset(s2, true), e2) {
            var m = n2.utcOffset();
            n2 = n2.add(i2 - m, "minute");
          }
          return n2.$x.$timezone = t2, n2;
        }, f.offsetName = function(t2) {
          var e2 = this.$x.$timezone || r.tz.guess(), n2 = a(this.valueOf(), e2, { timeZoneName: t2 }).find((function(t3) {
            return "timezonename" === t3.type.toLowerCase();
          }));
          return n2 && n2.value;
        };
        var s = f.startOf;
        f.startOf = function(t2, e2) {
          if (!this.$x || !this.$x.$timezone) return s.call(this, t2, e2);
          var n2 = r(this.format("YYYY-MM-DD HH:mm:ss:SSS"), { locale: this.$L });
          return s.call(n2, t2, e2).tz(this.$x.$timezone, true);
        }, r.tz = function(t2, e2, n2) {
          var i2 = n2 && e2, a2 = n2 || e2 || o, f2 = u(+r(), a2);
          if ("string" != typeof t2) return r(t2).tz(a2);
          var s2 = r.utc(t2, i2).valueOf();
          if (Number.isNaN(s2)) {
            var m = r(NaN);
            return m.$x.$timezone = a2, m;
          }
          var c = (function(t3, e3, n3) {
            var i3 = t3 - 60 * e3 * 1e3, r2 = u(i3, n3);
            if (e3 === r2) return [i3, e3];
            var o2 = u(i3 -= 60 * (r2 - e3) * 1e3, n3);
            return r2 === o2 ? [i3, r2] : [t3 - 60 * Math.min(r2, o2) * 1e3, Math.max(r2, o2)];
          })(s2, f2, a2), l = c[0], d = c[1], h = r(l).utcOffset(d);
          return h.$x.$timezone = a2, h;
        }, r.tz.guess = function() {
          return Intl.DateTimeFormat().resolvedOptions().timeZone;
        }, r.tz.setDefault = function(t2) {
          o = t2;
        };
      };
    }));
  }
});
export default require_timezone();
