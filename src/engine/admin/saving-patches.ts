/** Changes of the editor’s own code that keep words when an entry is opened and saved. */
export const savingPatches = [
  {
    reason:
      'Our controls learn which entry is open, and which there are. What was written while it was saved stays, and is kept in the browser.',
    find: 'J6=({entryDraft:e,...t})=>{let{originalEntry:n={}}=t;vEe(),$0(e.current);let r=q6(t);return e.current=r,qZ(n)||jke({draft:r}),r}',
    replace:
      'J6=({entryDraft:e,rooznegarSaved:i,...t})=>{let{originalEntry:n={}}=t,r=q6(t),a=!i||e.current===i;vEe(),a&&globalThis.rooznegarDraft(r,()=>[...wP.current,...IZ.current],!!i);let o=i&&globalThis.rooznegarMeanwhile(i,r);return $0(a?e.current:i),a&&(e.current=r),o?(r.interacted=!0,kke(r)):a&&!qZ(n)&&jke({draft:r}),r}',
  },
  {
    reason: 'The same: what is saved is noted when the editor takes it, and the text of the file when it is made.',
    find: 'f2=async({draft:e,slugs:t})=>{',
    replace: 'f2=async({draft:e,slugs:t})=>{globalThis.rooznegarSaving(e);',
  },
  {
    reason: 'The same.',
    find: ',{savingEntry:_,savingAssets:p,changes:f}},p2=',
    replace: ',globalThis.rooznegarWritten(_,f),{savingEntry:_,savingAssets:p,changes:f}},p2=',
  },
  {
    reason: 'A press of the button during a saving is obeyed after it, if there is something to save.',
    find: 'Le=async({skipCI:e=void 0,overwrite:t=!1}={})=>{let n=i.current;if(R(T)&&n){j(_,!0);try{',
    replace:
      'rooznegarPressed=!1,Le=async({skipCI:e=void 0,overwrite:t=!1}={})=>{if(R(_)){rooznegarPressed=!0;return}let n=i.current,rooznegarNext;if(R(T)&&n){rooznegarPressed=!1,j(_,!0);try{',
  },
  {
    reason: 'The same. Another entry that was opened meanwhile stays open.',
    find: 'J6({entryDraft:i,collection:R(T),collectionFile:R(te),originalEntry:r,extraValues:n.extraValues,expanderStates:n.expanderStates})}catch(t){',
    replace:
      'rooznegarNext=J6({entryDraft:i,rooznegarSaved:n,collection:n.collection,collectionFile:n.collectionFile,originalEntry:r,extraValues:n.extraValues,expanderStates:n.expanderStates})}catch(t){',
  },
  {
    reason: 'The same.',
    find: 'R(C)&&hZ(`/collections/${R(se)}/entries/${R(ce)??r.subPath}`',
    replace: 'i.current===n&&R(C)&&hZ(`/collections/${R(se)}/entries/${R(ce)??r.subPath}`',
  },
  {
    reason: 'The same.',
    find: 'finally{j(_,!1)}}};var Re=bze()',
    replace:
      'finally{j(_,!1)}rooznegarPressed&&rooznegarNext&&(await globalThis.rooznegarTyped(),i.current===rooznegarNext&&i.modified&&Le())}};var Re=bze()',
  },
  {
    reason: 'The same: the button can be pressed.',
    find: 'let t=k(()=>Y(R(_)?`saving`:`save`)),n=k(()=>R(ve)||!R(ye));',
    replace: 'let t=k(()=>Y(R(_)?`saving`:`save`)),n=k(()=>!R(_)&&(R(ve)||!R(ye)));',
  },
  {
    reason: 'A saving waits for what was typed last, which the rich-text program reports a tenth of a second later.',
    find: 'C8=async()=>{for(;S8.size;)',
    replace: 'C8=async()=>{await globalThis.rooznegarTyped();for(;S8.size;)',
  },
  {
    reason:
      'The same, where it is the first change. Who saves by the keyboard goes on writing where the cursor was: on the button, words would get lost.',
    find: 'n||(e.focus(),e.click())',
    replace:
      'n?globalThis.rooznegarTyped().then(()=>e.disabled||e.click()):(n=document.activeElement,e.focus(),e.click(),e.matches(`button`)&&n?.matches(`input,textarea,[contenteditable]`)&&n.focus({preventScroll:!0}))',
  },
  {
    reason: 'Our controls check every saving of an entry, not the first alone.',
    find: 'vEe=()=>{X1.clear(),Z1.clear(),Q1.clear(),$1.clear()}',
    replace: 'vEe=()=>{Z1.clear(),Q1.clear()}',
  },
  {
    reason: 'Where somebody changed the entry meanwhile, both texts are shown.',
    find: '?(j(p,{conflict:t.cause,skipCI:e},!0),j(f,!0))',
    replace: '?globalThis.rooznegarConflict(t.cause,()=>queueMicrotask(()=>Le({skipCI:e,overwrite:!0})))',
  },
  {
    reason: 'Writers read in Persian why saving failed, and that their text is kept.',
    find: '(j(h,!0),j(g,t.cause?.message??t.message,!0))',
    replace: '(j(h,!0),j(g,globalThis.rooznegarFailure(t.cause)??t.cause?.message??t.message,!0))',
  },
  {
    reason: 'A kept text is offered unless it was saved meanwhile; where the file has changed, both are shown.',
    find: 'u4.current={show:!0,timestamp:i,resolve:o};let s=await a;',
    replace: 'globalThis.rooznegarBackup(r,e,()=>{u4.current={show:!0,timestamp:i,resolve:o}},o);let s=await a;',
  },
  {
    reason: 'A kept text survives a new configuration, such as a section more.',
    find: 'return n?n.cmsConfigVersion===PW.current?n:(await f4(e,t),null):null',
    replace: 'return n??null',
  },
  {
    reason: 'A new entry learns of files that others made meanwhile, before its name is chosen.',
    find: 'if(!t&&n){try{await SZ()}catch(e){console.error(`Failed to check the repository for changes.`,e)}return w5(n)}',
    replace:
      'try{await SZ()}catch(e){console.error(`Failed to check the repository for changes.`,e)}if(!t&&n)return w5(n);let r=globalThis.rooznegarTaken();return t&&r?{type:`modified`,entry:r}:void 0',
  },
  {
    reason: 'Two writers may change one text that waits for review.',
    find: 'if(!c){let t=await TLe(e);if(t&&!n)throw Error(`save_conflict`,{cause:t})}',
    replace:
      '{c&&await fSe();let r=c?GZ(e):void 0,t=r?r.workflow.pullRequest.headSHA===s.workflow?.pullRequest?.headSHA?void 0:{type:`modified`,entry:r}:await TLe(e);if(t&&!n)throw Error(`save_conflict`,{cause:t})}',
  },
  {
    reason: 'A text that waits for review is not written over one that arrived a moment ago.',
    find: 'let o=a?void 0:await fbe(n),s=await rY',
    replace: 'let o=a?a.headSHA:await fbe(n),s=await rY',
  },
  {
    reason: 'The check is there before it is in view, or it would hold nothing back.',
    find: '(e,n)=>{zk(e,{children:(e,r)=>{J8(e,{get keyPath(){return R(n).name}',
    replace: '(e,n)=>{zk(e,{rooznegarNow:R(n).widget===`check`,children:(e,r)=>{J8(e,{get keyPath(){return R(n).name}',
  },
  {
    reason: 'The same.',
    find: 'K(e,nfe);let n=A(null),r=A(!1);',
    replace: 'K(e,nfe);let n=A(null),r=A(t.rooznegarNow===!0);',
  },
];
