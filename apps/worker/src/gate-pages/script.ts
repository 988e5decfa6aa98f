// The script of the pages behind the sign-in. They work without it, but for what only a script can do.

/** Copies what stands in a field; the button says so. */
export const gateScript = `document.addEventListener('click',async e=>{const b=e.target.closest?.('button[data-copy]');if(!b)return;const f=document.getElementById(b.dataset.copy);f.select();try{await navigator.clipboard.writeText(f.value);b.textContent='Copied'}catch{b.textContent='Press Ctrl+C'}});`;
