import { UsageError } from '../base/errors.ts';
import { savingPatches } from './saving-patches.ts';

/** A change of the editor’s own code. What is replaced must be there exactly once. */
export interface Patch {
  reason: string;
  find: string;
  replace: string;
}

/** The version of `@sveltia/cms` that the patches are made for. */
export const patchedVersion = '0.221.1';

/** Changes of the editor’s code, which its interface has no options for. */
export const patches: readonly Patch[] = [
  ...savingPatches,
  {
    reason: 'Files are read with their line endings, byte order mark and final lines.',
    find: 'e=e.trim().replace(/\\r\\n?/g,`\n`);let o=!a&&ZP(i,t),{format:s}=mF({collection:i,collectionFile:a,isIndexFile:o}),c=HP.get(s)?.parser;',
    replace:
      'let o=!a&&ZP(i,t),{format:s}=mF({collection:i,collectionFile:a,isIndexFile:o}),c=HP.get(s)?.parser;if(!c)e=e.trim().replace(/\\r\\n?/g,`\n`);',
  },
  {
    reason: 'The same, for files of this machine.',
    find: 'Gk=async e=>(await e.text()).replace(/\\r\\n?/g,`\n`)',
    replace: 'Gk=async e=>await e.text()',
  },
  {
    reason: 'Files are written as our format makes them.',
    find: 'if(i)return`${(await i(e)).trim()}\\n`;',
    replace: 'if(i)return await i(e);',
  },
  {
    reason: 'On this machine the text of an entry is read when it is opened.',
    find: '=>{let l=e.name,u=t?.name,{id:d,locales:f}=n,p=d===void 0,',
    replace: '=>{globalThis.rooznegarOpen(n);let l=e.name,u=t?.name,{id:d,locales:f}=n,p=d===void 0,',
  },
  {
    reason: 'What is pasted into a text becomes markdown of ours; its pictures are uploaded.',
    find: 'ue=async e=>{let{target:t}=e,n=await AFe(e);',
    replace:
      'rooznegarUpload=async e=>(await h3({draft:n.current,resource:{file:e,folder:R(ce)},libraryConfig:mK({fieldConfig:R(se)?.fields?.find(({name:e})=>e===`src`)}).config})).value,ue=async e=>{if(globalThis.rooznegarPaste(e,rooznegarUpload))return;let{target:t}=e,n=await AFe(e);',
  },
  {
    reason: 'GitLab refuses a text that would be written over one that arrived a moment ago.',
    find: 'file_path:t,previous_path:n}))),',
    replace:
      'file_path:t,previous_path:n,last_commit_id:e===`create`?void 0:(await tJ(`/projects/${LY()}/repository/commits?ref_name=${rooznegarHead}&path=${encodeURIComponent(n??t)}&per_page=1`))[0]?.id}))),',
  },
  {
    reason: 'The same, with the commit that was read: the one of the branch, or of the text that waits for review.',
    find: 'BY=async(e,t)=>{let n=t.branch??IY.branch,',
    replace: 'BY=async(e,t)=>{let rooznegarHead=t.rooznegarHead??LJ.current,n=t.branch??IY.branch,',
  },
  {
    reason: 'The same, for a text that waits for review.',
    find: 'commit:a?await BY(e,{...t,branch:n}):',
    replace: 'commit:a?await BY(e,{...t,branch:n,rooznegarHead:a.headSHA}):',
  },
  {
    reason: 'GitLab leaves out files that are not there any more; the texts of the others stay with their own files.',
    find: 'nodes {\n            rawTextBlob',
    replace: 'nodes {\n            path\n            rawTextBlob',
  },
  {
    reason: 'The same: texts are found by path, not by place.',
    find: 'Object.fromEntries(e.map((e,t)=>[e,n[t]]))},Ibe=',
    replace: 'Object.fromEntries(n.map(e=>[e.path,e]))},Ibe=',
  },
  {
    reason: 'Another company is not asked how GitLab is; the policy of the page would refuse it.',
    find: 'checkStatus:Hbe',
    replace: 'checkStatus:void 0',
  },
  {
    reason: 'The way to the files of this machine can’t be kept in the browser’s database.',
    find: 'await Hq?.set(Vq,n)',
    replace: 'void 0',
  },
  {
    reason: 'On this machine the server writes atomically; a temporary file that is renamed would be one more.',
    find: '`move`in FileSystemFileHandle.prototype&&!JR.isBrave',
    replace: '!1',
  },
  {
    reason: 'On this machine nobody has to sign in.',
    find: 'N_e({showPicker:!e})',
    replace: 'N_e({showPicker:!0})',
  },
  {
    reason:
      'The list shows all entries, not only those without a folder; a folder shows what is in the folders below it.',
    find: 'return i?a?t===2:t<=2:t===1})}',
    replace: 'return i?a?t===2:t<=2:!0})}',
  },
  {
    reason: 'Articles name each other by the names of their files, wherever these are.',
    find: 'p=zF(n,e.slug),m={collectionName:o',
    replace: 'p=zF(n,e.slug).replace(/\\/index$/,``).replace(/^.*\\//,``),m={collectionName:o',
  },
  {
    reason: 'A new article goes to the folder of its month.',
    find: 'kO(n??NF.current)',
    replace: 'kO(n??(NF.current||globalThis.rooznegarFolder?.(e.name)||``))',
  },
  {
    reason: 'React is loaded once the list is there.',
    find: 'K3=()=>{G3().catch(()=>{})}',
    replace: 'K3=()=>globalThis.rooznegarLater(()=>void G3().catch(()=>{}))',
  },
  {
    reason: 'The same, for what our controls are handed.',
    find: 'L1=()=>{I1().catch(()=>{})}',
    replace: 'L1=()=>globalThis.rooznegarLater(()=>void I1().catch(()=>{}))',
  },
  {
    reason: 'Writers read Persian; a test holds that no text is missing, so the English ones are left out.',
    find: 'Vl(AQ,{...KSe,_sui:rfe})',
    replace: 'Vl(AQ,{_sui:rfe})',
  },
  {
    reason: 'English names of emoji are left out.',
    find: 'return t?(Gu??=Qre(Xre),Gu.map(',
    replace: 'return t?(Gu??=[],Gu.map(',
  },
  {
    reason: 'The configuration is made by the build, so the schema that writers of one need is left out.',
    find: 'SW=()=>{if(bW)return xW??={strict:dU(bW),lenient:dU(bW,{allowUnknownProperties:!0})},xW}',
    replace: 'SW=()=>void 0',
  },
  ...[
    'source-sans-3:vf@5.3.0/latin-wght-normal.woff2',
    'noto-mono@5.3.0/latin-400-normal.woff2',
    'material-symbols-outlined:vf@5.3.7/latin-wght-normal.woff2',
  ].map((file) => ({
    reason: 'Nothing is loaded from other hosts; the same fonts are bundled.',
    find: `url(https://cdn.jsdelivr.net/fontsource/fonts/${file})`,
    replace: 'local("")',
  })),
  {
    reason: 'Readers with weak eyes may zoom (WCAG 1.4.4).',
    find: '`maximum-scale=1`,',
    replace: '',
  },
];

/**
 * Apply the patches to the editor’s code.
 *
 * @throws UsageError if one does not fit, as after an upgrade of the package.
 */
export function applyPatches(code: string): string {
  return patches.reduce((patched, { find, replace, reason }) => {
    if (patched.split(find).length !== 2) {
      throw new UsageError(
        `@sveltia/cms: a patch does not fit («${reason}»). Install version ${patchedVersion}, for which patches.ts is written.`,
      );
    }
    return patched.replace(find, () => replace);
  }, code);
}
