import type { RepositorySpec } from './repositories.ts'

const node = (owner: string, name: string, more: Partial<RepositorySpec> = {}): RepositorySpec => ({
  owner,
  name,
  requirements: ['six'],
  ...more,
})

/** Named like the fourteen curated nodes; what is in them is made up. */
export const FOURTEEN: readonly RepositorySpec[] = [
  node('pythongosssss', 'ComfyUI-Custom-Scripts', { requirements: [] }),
  node('rgthree', 'rgthree-comfy', { requirements: [] }),
  node('kijai', 'ComfyUI-KJNodes'),
  node('welltop-cn', 'ComfyUI-TeaCache'),
  node('ltdrdata', 'ComfyUI-Inspire-Pack'),
  node('WASasquatch', 'was-node-suite-comfyui'),
  node('ltdrdata', 'ComfyUI-Impact-Pack', {
    installScript: true,
    submodules: [{ path: 'impact_subpack', owner: 'ltdrdata', name: 'ComfyUI-Impact-Subpack' }],
  }),
  node('ltdrdata', 'ComfyUI-Impact-Subpack', { installScript: true }),
  node('ssitu', 'ComfyUI_UltimateSDUpscale', {
    requirements: [],
    submodules: [
      {
        path: 'repositories/ultimate_sd_upscale',
        owner: 'Coyote-A',
        name: 'ultimate-upscale-for-automatic1111',
      },
    ],
  }),
  node('1038lab', 'ComfyUI-RMBG'),
  node('huchenlei', 'ComfyUI-IC-Light', { requirements: [] }),
  node('cubiq', 'ComfyUI_IPAdapter_plus', { requirements: [] }),
  node('Fannovel16', 'comfyui_controlnet_aux'),
  node('city96', 'ComfyUI_NetDist'),
]
