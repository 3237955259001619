import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);

// actions/engine/engine.ts
function openEngine(run, environment, settings, authFile) {
  return { run, env: { ...hiddenFrom(environment), ...settings }, settings, authFile };
}
function hiddenFrom(environment) {
  const hidden = Object.keys(environment).filter(
    (name) => /^(INPUT_|STATE_|ACTIONS_(RUNTIME|ID_TOKEN|CACHE|RESULTS)_|(GITHUB_TOKEN|DOCKERHUB_TOKEN|REGISTRY_AUTH|SECRETS)$)/.test(
      name
    )
  );
  return Object.fromEntries(hidden.map((name) => [name, void 0]));
}
async function toolVersions(engine) {
  const asked = ["podman", "buildah"].map(async (tool) => {
    const asking = engine.run(tool, ["--version"], { env: engine.env, anyExit: true });
    const said = await asking.then(
      ({ stdout }) => stdout,
      () => ""
    );
    return [tool, /\d+(\.\d+)+/.exec(said)?.[0] ?? "unknown"];
  });
  return Object.fromEntries(await Promise.all(asked));
}

export {
  openEngine,
  hiddenFrom,
  toolVersions
};
