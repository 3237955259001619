import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  Matcher,
  MatcherInput,
  MatcherInputBase,
  RE2JS,
  RE2JSCompileException,
  RE2JSException,
  RE2JSFlagsException,
  RE2JSGroupException,
  RE2JSInternalException,
  RE2JSSyntaxException,
  RE2Set,
  re
} from "./chunk-WMKCG7NY.js";
import "./chunk-TO6V6YKD.js";
export {
  Matcher,
  MatcherInput,
  MatcherInputBase,
  RE2JS,
  RE2JSCompileException,
  RE2JSException,
  RE2JSFlagsException,
  RE2JSGroupException,
  RE2JSInternalException,
  RE2JSSyntaxException,
  RE2Set,
  re
};
