/** Style sheet of the HTML report. Colours keep a contrast of 4.5 to 1 in both themes. */
export const STYLE: string = `
:root{color-scheme:light dark;--bg:#fff;--fg:#1c2128;--soft:#57606a;--line:#d0d7de;--card:#f6f8fa;--hit:#fff3c9;--mark:#ffd866;--link:#0b5cad;
--critical:#a30f2d;--high:#b83a00;--medium:#7a5600;--low:#0b5cad;--ok:#1a7f37}
@media (prefers-color-scheme:dark){:root:not([data-theme=light]){--bg:#14181d;--fg:#e6e9ee;--soft:#9aa6b2;--line:#333c47;--card:#1c222a;--hit:#3a3216;--mark:#7a6215;--link:#7ab8ff;
--critical:#ff8fa3;--high:#ffa36b;--medium:#f0c24b;--low:#7ab8ff;--ok:#63d98a}}
:root[data-theme=dark]{color-scheme:dark;--bg:#14181d;--fg:#e6e9ee;--soft:#9aa6b2;--line:#333c47;--card:#1c222a;--hit:#3a3216;--mark:#7a6215;--link:#7ab8ff;
--critical:#ff8fa3;--high:#ffa36b;--medium:#f0c24b;--low:#7ab8ff;--ok:#63d98a}
:root[data-theme=light]{color-scheme:light}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--fg);font:16px/1.5 system-ui,sans-serif}
header,main,footer{max-width:68rem;margin:0 auto;padding:1rem 1.25rem}
h1{font-size:1.5rem;margin:.5rem 0}
h2{font-size:1.1rem;margin:2rem 0 .5rem;border-bottom:1px solid var(--line);padding-bottom:.25rem;overflow-wrap:anywhere}
h2 .n{color:var(--soft);font-weight:400}
a{color:var(--link)}
code,.frame{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:.86em}
.totals{display:flex;flex-wrap:wrap;gap:.75rem;list-style:none;margin:1rem 0;padding:0}
.totals li{border:1px solid var(--line);border-radius:.5rem;padding:.5rem .9rem;background:var(--card);min-width:6.5rem}
.totals b{display:block;font-size:1.5rem;line-height:1.2}
.critical b,.sev.critical{color:var(--critical)}.high b,.sev.high{color:var(--high)}.medium b,.sev.medium{color:var(--medium)}.low b,.sev.low{color:var(--low)}
form{position:sticky;top:0;z-index:1;background:var(--bg);display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:center;padding:.75rem 0;border-bottom:1px solid var(--line)}
form fieldset{border:0;padding:0;margin:0;display:flex;flex-wrap:wrap;gap:.25rem .75rem}
form legend{float:left;margin-right:.5rem;color:var(--soft)}
input[type=search]{flex:1 1 14rem;min-width:10rem}
input,select,button{font:inherit;color:inherit;background:var(--card);border:1px solid var(--line);border-radius:.4rem;padding:.3rem .6rem}
input[type=checkbox]{accent-color:var(--link)}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
article{border:1px solid var(--line);border-radius:.5rem;margin:1rem 0;padding:.75rem 1rem;background:var(--card)}
article h3{font-size:1rem;margin:0 0 .25rem;overflow-wrap:anywhere}
.sev{font-weight:700;margin-right:.4rem}
.meta{color:var(--soft);margin:.1rem 0;font-size:.9rem;overflow-wrap:anywhere}
.meta code{color:var(--fg)}
.frame{margin:.6rem 0;border:1px solid var(--line);border-radius:.4rem;overflow:auto;background:var(--bg)}
.frame figcaption{padding:.3rem .6rem;border-bottom:1px solid var(--line);color:var(--soft)}
.frame table{border-collapse:collapse;width:100%}
.frame td{padding:0 .6rem;white-space:pre;vertical-align:top}
.frame .no{color:var(--soft);text-align:right;user-select:none;width:1%;border-right:1px solid var(--line)}
.frame .hit td{background:var(--hit)}
.frame .label td{color:var(--link)}
mark{background:var(--mark);color:inherit;border-radius:2px}
details{font-size:.9rem;margin:.3rem 0}summary{cursor:pointer;color:var(--link)}ol{margin:.3rem 0}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.15rem .75rem;margin:.4rem 0 0}
dt{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere}
.problem{border-left:4px solid var(--high)}
.good{color:var(--ok);font-size:1.2rem}
footer{color:var(--soft);font-size:.9rem}
[hidden]{display:none!important}
@media (max-width:44rem){form{position:static}}
@media print{form{display:none}article{break-inside:avoid}}
`;

/** Script of the HTML report: search, filters, grouping, theme. Without it the page shows everything, by file. */
export const SCRIPT: string = `
(function(){
var list=document.getElementById('list'),form=document.getElementById('filter'),live=document.getElementById('count');
if(!list||!form)return;
form.hidden=false;
var items=Array.prototype.slice.call(list.querySelectorAll('article'));
var texts=items.map(function(a){return a.textContent.toLowerCase()});
function values(name){return Array.prototype.slice.call(form.querySelectorAll('input[name='+name+']:checked')).map(function(i){return i.value})}
function apply(){
var words=form.search.value.toLowerCase().split(/\\s+/).filter(Boolean),sev=values('severity'),st=values('status'),by=form.group.value,shown=0,groups=new Map();
items.forEach(function(a,i){
var ok=sev.indexOf(a.dataset.severity)>=0&&(st.length===0||st.indexOf(a.dataset.status)>=0)&&words.every(function(w){return texts[i].indexOf(w)>=0});
if(!ok)return;
shown++;
var key=a.dataset[by];
if(!groups.has(key))groups.set(key,[]);
groups.get(key).push(a);
});
list.textContent='';
var rank={CRITICAL:0,HIGH:1,MEDIUM:2,LOW:3},keys=Array.from(groups.keys());
if(by==='severity')keys.sort(function(a,b){return rank[a]-rank[b]});else keys.sort();
keys.forEach(function(key){
var s=document.createElement('section'),h=document.createElement('h2'),n=document.createElement('span');
h.textContent=key+' ';n.className='n';n.textContent='('+groups.get(key).length+')';h.appendChild(n);s.appendChild(h);
groups.get(key).forEach(function(a){s.appendChild(a)});
list.appendChild(s);
});
live.textContent=shown===items.length?items.length+' shown':shown+' of '+items.length+' shown';
}
form.addEventListener('input',apply);
form.addEventListener('submit',function(e){e.preventDefault()});
document.getElementById('theme').addEventListener('click',function(){
var root=document.documentElement,dark=root.dataset.theme?root.dataset.theme==='dark':matchMedia('(prefers-color-scheme: dark)').matches;
root.dataset.theme=dark?'light':'dark';
});
apply();
})();
`;
