import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  snapshotInputs
} from "./chunk-G2NJLNQT.js";
import {
  CARRIED_FOLDER
} from "./chunk-6UDIQTCQ.js";
import {
  readManifest
} from "./chunk-7I2WASTN.js";

// actions/runner/command-line/shells.ts
var SHELLS = ["bash", "zsh", "fish"];

// actions/snapshot/examples.ts
var MODE_MEANINGS = {
  validate: "looks for mistakes in the file",
  normalise: "writes it in its one canonical form",
  save: "writes what is installed into it",
  pin: "puts commits in the place of branches and tags",
  diff: "tells what differs between two snapshots",
  restore: "brings an installation to what it says",
  verify: "proves that an installation or an image is as it says",
  lock: "writes down what its pins leave open",
  update: "moves it to the newest commits",
  "pull-request": "proposes an update"
};
function modesText() {
  return Object.entries(MODE_MEANINGS).map(([mode, meaning]) => `  ${mode.padEnd(14)}${meaning}
`).join("");
}
var SNAPSHOT_EXAMPLES = [
  ["Look for mistakes in production-snapshot.json:", "validate --expected-nodes 13"],
  ["Bring custom_nodes to what it says, and look whether that went well:", "restore --nodes custom_nodes"],
  ["Does a finished image hold what the snapshot says?", "verify --image app --nodes /app/custom_nodes"],
  ["What has changed since the last commit:", "diff"]
];

// actions/pipeline/command.ts
var USUAL = { needsCheckout: false, asksUnless: void 0, unable: 1 };
function inputsOfAction(name) {
  const path = name === "pipeline" ? "action.yml" : `${name}/action.yml`;
  return readManifest(new URL(`../../${path}`, import.meta.url));
}

// actions/pipeline/image-commands.ts
var INIT = {
  name: "init",
  description: 'Only drafts the check file, from what the image is now; an existing one is never replaced, and "--file -" shows the draft instead.',
  default: "false"
};
var VERIFY = {
  ...USUAL,
  name: "verify",
  summary: "Checks an image against image-verify.yml, before anybody pulls it",
  positionals: "IMAGE",
  examples: [
    ["Draft a check file from an image that is as it should be:", "npx image-actions verify --init app"],
    ["Check the image against it, in the folder where it lies:", "npx image-actions verify app"],
    [
      "In a script, with the report for another program:",
      "npx image-actions verify ghcr.io/owner/app:1.2.3 --json \\",
      "  --file deploy/image-verify.yml --variables base=debian:13"
    ]
  ],
  unable: 2,
  inputs: () => [...inputsOfAction("verify"), INIT]
};
var SNAPSHOT = {
  ...USUAL,
  name: "snapshot",
  summary: "Pins custom nodes, restores what is pinned, and proves it",
  positionals: "MODE",
  examples: SNAPSHOT_EXAMPLES.map(([what, words]) => [what, `npx image-actions snapshot ${words}`]),
  inputs: snapshotInputs
};
var CLEANUP = {
  ...USUAL,
  name: "cleanup",
  summary: "Removes what tags left behind, and nothing that a tag reaches",
  positionals: "IMAGE\u2026",
  examples: [
    [
      "What is there, and what nothing reaches any more; nothing is removed:",
      "npx image-actions cleanup --dry-run --untagged 7d ghcr.io/owner/app"
    ],
    [
      "Tags of pull requests, save the newest ten and those of this month:",
      "GITHUB_TOKEN=\u2026 npx image-actions cleanup --tags 'pr-*' \\",
      "  --older-than 30d --keep-n-tagged 10 ghcr.io/owner/app"
    ],
    [
      "In a script, where nobody can be asked; the report is for another program:",
      "npx image-actions cleanup --yes --json --untagged 30d docker.io/user/app"
    ]
  ],
  asksUnless: ["dry-run"],
  // Who names a receipt here wants just that; the gate is for runs that clean up by themselves.
  inputs: () => inputsOfAction("cleanup").map(
    (input) => input.name === "any-branch" ? { ...input, default: "true" } : input
  )
};
var ROLLBACK = {
  ...USUAL,
  name: "rollback",
  summary: "Puts a tag back to an earlier state, in every registry at once",
  positionals: "IMAGE[:TAG] [TO]",
  examples: [
    ["The states that latest can go back to:", "npx image-actions rollback --list ghcr.io/owner/app"],
    [
      "To the state before the last publication; once more undoes it:",
      "GITHUB_TOKEN=\u2026 npx image-actions rollback ghcr.io/owner/app"
    ],
    [
      "latest shall be what 1.2.3 is, in two registries; first only shown:",
      "npx image-actions rollback --dry-run app:latest 1.2.3 \\",
      "  --registries ghcr.io/owner,docker.io/user"
    ]
  ],
  asksUnless: ["dry-run", "list"],
  inputs: () => inputsOfAction("rollback")
};

// actions/pipeline/machine-commands.ts
var LOOKED_AT = /* @__PURE__ */ new Set([
  "image",
  "registries",
  "platforms",
  "github-token",
  "dockerhub-username",
  "dockerhub-token",
  "registry-auth",
  "registry-kinds",
  "insecure-registries"
]);
var DOCTOR = {
  ...USUAL,
  name: "doctor",
  summary: "Tells whether this machine can build and publish",
  positionals: "",
  examples: [
    ["Engine, storage, and the registries of the checkout:", "npx image-actions doctor"],
    [
      "Two registries, with the rights of the tokens:",
      "GITHUB_TOKEN=\u2026 DOCKERHUB_TOKEN=\u2026 npx image-actions doctor \\",
      "  --registries ghcr.io/owner,docker.io/user --dockerhub-username user"
    ],
    [
      "Whether a foreign platform can be built here, for another program:",
      "npx image-actions doctor --platforms linux/arm64 --json"
    ]
  ],
  inputs: () => inputsOfAction("pipeline").filter(({ name }) => LOOKED_AT.has(name))
};
var COMPLETION = {
  ...USUAL,
  name: "completion",
  summary: "Prints what lets a shell complete commands, options and values",
  positionals: SHELLS.join("|"),
  examples: [
    ["For bash, in every new shell:", "npx image-actions completion bash >> ~/.bashrc"],
    ["For zsh:", "npx image-actions completion zsh >> ~/.zshrc"],
    [
      "For fish:",
      "npx image-actions completion fish \\",
      "  > ~/.config/fish/completions/image-actions.fish"
    ]
  ],
  inputs: () => [{ name: "shell", description: `The shell, as one of ${SHELLS.join(", ")}.`, default: "" }]
};

// actions/pipeline/publishing-commands.ts
var RUN = {
  ...USUAL,
  name: "run",
  summary: "From a Containerfile to a published image, on this machine",
  positionals: "",
  examples: [
    [
      "Build the checkout for this machine's platform, and publish nothing:",
      "npx image-actions run --skip-push"
    ],
    [
      "Publish to GitHub's registry under one tag:",
      "GITHUB_TOKEN=\u2026 npx image-actions run --checkout ../app \\",
      "  --registries ghcr.io/owner --tag-name test"
    ],
    [
      "Two platforms, two registries, logins taken from podman login:",
      "npx image-actions run --platforms linux/amd64,linux/arm64 \\",
      "  --registries ghcr.io/owner,docker.io/user --image app"
    ]
  ],
  needsCheckout: true,
  inputs: () => inputsOfAction("pipeline")
};
var PLAN = {
  ...USUAL,
  name: "plan",
  summary: "Tells what would be published, and writes it down",
  positionals: "",
  examples: [
    ["What this checkout would publish, and why:", "npx image-actions plan"],
    ["Write it into a folder, for builds on other machines:", "npx image-actions plan --artifacts carried"],
    [
      "One tag, of two images, for another program:",
      "npx image-actions plan --tag-name test --images images.yml --json"
    ]
  ],
  needsCheckout: true,
  // A plan may be made where nobody is logged in.
  inputs: () => [
    CARRIED_FOLDER,
    ...inputsOfAction("prepare").filter(({ name }) => name !== "has-credentials")
  ]
};
var BUILD = {
  ...USUAL,
  name: "build",
  summary: "Builds one image for one platform, and pushes it by digest",
  positionals: "",
  examples: [
    [
      "This machine's part of a plan, whose record stays in the folder:",
      "npx image-actions build --artifacts carried"
    ],
    [
      "One of several images, by its leg in the plan:",
      "npx image-actions build --artifacts carried --leg 0a1b2c3d4e5f"
    ],
    ["Without a plan, and without a push:", "npx image-actions build --skip-push"]
  ],
  needsCheckout: true,
  inputs: () => [CARRIED_FOLDER, ...inputsOfAction("build")]
};
var MERGE = {
  ...USUAL,
  name: "merge",
  summary: "Joins what was built into one image, tags it, and reads it back",
  positionals: "",
  examples: [
    ["All that the plan in the folder asked for:", "npx image-actions merge --artifacts carried"],
    [
      "A tag that moves even backwards:",
      "GITHUB_TOKEN=\u2026 npx image-actions merge --artifacts carried \\",
      "  --force-move latest"
    ]
  ],
  // Two commands are no two jobs of one run, so nothing is planned anew.
  inputs: () => [
    CARRIED_FOLDER,
    ...inputsOfAction("merge").filter(({ description }) => !description.startsWith("Without a plan"))
  ]
};

// actions/pipeline/commands.ts
var COMMANDS = [
  RUN,
  PLAN,
  BUILD,
  MERGE,
  VERIFY,
  SNAPSHOT,
  CLEANUP,
  ROLLBACK,
  DOCTOR,
  COMPLETION
];
function findCommand(name) {
  return COMMANDS.find((command) => command.name === name);
}
function commandNames() {
  const names = COMMANDS.map(({ name }) => name);
  return `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

export {
  modesText,
  SHELLS,
  COMMANDS,
  findCommand,
  commandNames
};
