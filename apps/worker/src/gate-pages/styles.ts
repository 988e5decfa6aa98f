// The style sheet of the pages behind the sign-in. Everything that is a colour or a letter comes from the tokens.
import { lookTokens } from '../look/tokens.ts';

export const gateStyles = `${lookTokens}
*{box-sizing:border-box}body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.5 var(--letter)}
a{color:var(--accent)}p{margin:8px 0}h1{margin:0;font-size:28px;line-height:1.25;letter-spacing:-.02em;text-wrap:balance}h2{margin:0;font-size:16px;line-height:1.5}
.soft{color:var(--soft)}.small{font-size:14px}.wrap{overflow-wrap:anywhere}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.skip{position:absolute;left:16px;top:-60px;background:var(--card);padding:10px 16px;border-radius:var(--round)}.skip:focus{top:12px}
.bar{background:var(--card);border-bottom:1px solid var(--line)}.bar>div{max-width:800px;margin:0 auto;padding:8px 24px;display:flex;flex-wrap:wrap;align-items:center;gap:4px 16px}
.sign{display:flex;align-items:center;gap:10px;font-weight:650;min-height:40px;max-width:100%}.sign svg{flex:none}.sign span{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
nav{display:flex;gap:4px;margin-left:auto;flex-wrap:wrap}nav a{display:flex;align-items:center;min-height:40px;padding:0 12px;border-radius:8px;color:var(--soft);text-decoration:none;font-size:15px}nav a:hover{color:var(--ink)}nav a[aria-current]{color:var(--ink);background:var(--ground);font-weight:600}
main{max-width:800px;margin:0 auto;padding:40px 24px 80px}main.narrow{max-width:448px;padding-top:min(14vh,120px)}main.narrow .sign{margin-bottom:24px}
.card{background:var(--card);border:1px solid var(--line);border-radius:14px;padding:24px;margin-top:24px}.narrow .card{padding:32px;margin-top:0}.narrow h1{font-size:24px}
.card>h2+p{margin-top:2px}
.rows{list-style:none;margin:16px 0 0;padding:0}.rows>li{display:flex;align-items:center;gap:8px 16px;padding:12px 0;border-top:1px solid var(--line)}.rows>li>:first-child{flex:1;min-width:0}.rows>li:last-child{padding-bottom:0}
.tag{display:inline-block;padding:1px 8px;border-radius:99px;background:var(--tint);color:var(--accent);font-size:13px;font-weight:600;margin-left:6px;white-space:nowrap}
form{margin:0}label,.label{display:block;font-weight:600;font-size:15px;margin-bottom:6px}.field{margin-top:20px}.hint{color:var(--soft);font-size:14px;margin:6px 0 0}
fieldset{border:0;margin:20px 0 0;padding:0}legend{font-weight:600;font-size:15px;padding:0}.check{display:flex;gap:12px;align-items:flex-start;font-weight:400;margin:0;padding:8px 0;min-height:40px}.check input{width:20px;min-height:20px;height:20px;margin:2px 0 0;accent-color:var(--accent);flex:none}
input,select{width:100%;min-height:44px;font:inherit;color:inherit;background:var(--card);border:1px solid var(--soft);border-radius:var(--round);padding:0 12px}input[aria-invalid]{border-color:var(--bad)}
.wrong{color:var(--bad);font-size:14px;margin:6px 0 0}
button,.button{display:inline-flex;align-items:center;justify-content:center;font:inherit;font-weight:600;font-size:15px;min-height:44px;padding:0 18px;border-radius:var(--round);border:1px solid var(--line);background:var(--card);color:var(--ink);cursor:pointer;text-decoration:none;white-space:nowrap}
button:hover,.button:hover{border-color:var(--soft)}button.main{background:var(--accent);border-color:var(--accent);color:var(--on)}button.main:hover{filter:brightness(1.08)}
.narrow button.main,.narrow button.wide{width:100%;margin-top:24px}button.quiet{min-height:36px;padding:0 12px;font-size:14px}button.bad{color:var(--bad)}
.act{margin-top:20px}.strong{font-weight:600}.card.first{margin:0 0 32px;border-color:var(--accent)}.copy{display:flex;gap:8px;margin-top:12px}.copy input{min-width:0;font-size:15px}
dl.hint{margin-bottom:0}dl.hint>div{display:flex;gap:8px}dt{font-weight:600;flex:0 0 84px}dd{margin:0}summary{cursor:pointer;padding:8px 0;min-height:40px;color:var(--bad);font-weight:600}summary.plain{color:var(--accent)}.rows+details{margin-top:12px;border-top:1px solid var(--line);padding-top:8px}details form{margin-top:8px}
.notice{margin:0 0 20px;padding:12px 16px;border-radius:var(--round);background:var(--tint)}.notice.bad{background:none;border:1px solid var(--bad);color:var(--bad)}
@media(max-width:560px){.bar>div{padding:8px 16px}nav{margin-left:-12px;width:calc(100% + 12px)}main{padding:24px 16px 64px}main.narrow{padding-top:24px}.card,.narrow .card{padding:20px}h1{font-size:24px}.rows>li{flex-wrap:wrap}.rows>li:has(>:nth-child(3))>:first-child{flex-basis:100%}}
@media(prefers-reduced-motion:no-preference){button,.button,nav a{transition:filter .12s}}
@media(forced-colors:active){button,.button,nav a[aria-current]{border:1px solid}}`;
