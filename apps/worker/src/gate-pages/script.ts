// The script of the pages behind the sign-in. They work without it, but for what only a script can do.

/**
 * Copies what stands in a field; the button says so. Shows what needs passkeys where there are any, lets the browser make or use
 * one, and says when that came to nothing.
 */
export const gateScript = `document.addEventListener('click',async e=>{const b=e.target.closest?.('button[data-copy]');if(!b)return;const f=document.getElementById(b.dataset.copy);f.select();try{await navigator.clipboard.writeText(f.value);b.textContent='Copied'}catch{b.textContent='Press Ctrl+C'}});
const ask=async(path,body)=>{const r=await fetch(path,{method:'POST',headers:{'content-type':'application/json'},body:JSON.stringify(body??{})});if(!r.ok)throw Error(r.status);return r.json()};
const K=globalThis.PublicKeyCredential;if(K?.parseRequestOptionsFromJSON)for(const f of document.querySelectorAll('[data-passkey]')){f.hidden=false;const b=f.querySelector('button'),say=f.querySelector('[role=alert]');b.addEventListener('click',async()=>{b.disabled=true;say.hidden=true;try{const make=f.dataset.passkey==='make',base=make?'/account/passkeys':'/sign-in/passkey',{ticket,options}=await ask(base+'/task');const got=make?await navigator.credentials.create({publicKey:K.parseCreationOptionsFromJSON(options)}):await navigator.credentials.get({publicKey:K.parseRequestOptionsFromJSON(options)});location.assign((await ask(base,{ticket,answer:got.toJSON()})).next)}catch{say.hidden=false}b.disabled=false})}`;
