import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  runSnapshot
} from "../chunks/chunk-MDDXDHXO.js";
import "../chunks/chunk-CXSWWLLO.js";
import "../chunks/chunk-PUOYX2D6.js";
import "../chunks/chunk-AOIKYUBH.js";
import "../chunks/chunk-UJVJRZQK.js";
import "../chunks/chunk-S3NHVWSB.js";
import "../chunks/chunk-ZQ3A7QTU.js";
import "../chunks/chunk-RRHYVJRH.js";
import "../chunks/chunk-PR5VHADN.js";
import "../chunks/chunk-INPAMFGY.js";
import "../chunks/chunk-2HSYLW7U.js";
import "../chunks/chunk-WAJLRQW2.js";
import "../chunks/chunk-BKXCIMUH.js";
import "../chunks/chunk-GDCOOEY7.js";
import "../chunks/chunk-HNYI7RT3.js";
import "../chunks/chunk-C5D3HR52.js";
import "../chunks/chunk-J6MGYEM6.js";
import {
  runAction
} from "../chunks/chunk-XXCC3H4E.js";
import "../chunks/chunk-XV2DQXQM.js";
import "../chunks/chunk-7C7IGOF2.js";
import "../chunks/chunk-TIJULC24.js";
import "../chunks/chunk-DNWJD24H.js";
import "../chunks/chunk-EZQO47NV.js";
import "../chunks/chunk-LSEBAOCN.js";
import "../chunks/chunk-Z26LTSII.js";
import "../chunks/chunk-GTGSVCFP.js";
import "../chunks/chunk-EXVEHUUA.js";
import "../chunks/chunk-TO6V6YKD.js";

// actions/snapshot/index.ts
await runAction(
  async (runner) => {
    const { text, error } = await runSnapshot(runner);
    runner.log.info(text);
    return { error };
  },
  {
    what: "The snapshot",
    published: "nothing: this action touches no image of a registry.",
    next: "put right what is named here, and run the job again."
  }
);
