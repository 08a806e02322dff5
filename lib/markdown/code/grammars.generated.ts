// Made by generate-grammars.ts; do not edit.
import type { Grammar } from '@wooorm/starry-night';

export interface GrammarSource {
  /** Names and extensions of the language, separated by spaces. */
  flags: string;
  /** Scopes of the grammars it refers to, separated by spaces. */
  embeds: string;
  load: () => Promise<{ default: Grammar }>;
}

export const GRAMMARS: Record<string, GrammarSource> = {
  "source.abnf": {
    flags: "abnf .abnf",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.abnf'),
  },
  "source.ada": {
    flags: "ada ada95 ada2005 .ada .ads .adb",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.ada'),
  },
  "source.applescript": {
    flags: "applescript apples osascript .applescript .scpt",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.applescript'),
  },
  "source.assembly": {
    flags: "assembly asm nasm .asm .a51 .i .nas .nasm .s .inc",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.assembly'),
  },
  "source.awk": {
    flags: "awk .awk .auk .gawk .mawk .nawk",
    embeds: "source.regexp",
    load: () => import('@wooorm/starry-night/source.awk'),
  },
  "source.ballerina": {
    flags: "ballerina .bal",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.ballerina'),
  },
  "source.batchfile": {
    flags: "batchfile bat batch dosbatch winbatch .bat .cmd",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.batchfile'),
  },
  "source.bicep": {
    flags: "bicep .bicep .bicepparam",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.bicep'),
  },
  "source.c": {
    flags: "b c dtrace dtrace-script oncrpc opencl pro*c rpc rpcgen unified-parallel-c x-bitmap x-pixmap xbm xdr xpm xs .b .c .cats .h .h.in .idc .opencl .pc .upc .xbm .xpm .xs",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.c'),
  },
  "source.c++": {
    flags: "ags ags-script asymptote c++ cpp edje-data-collection game-maker-language hip metal sip swig .asc .ash .asy .c++ .cc .cp .cpp .cppm .cxx .edc .gml .h++ .hh .hip .hpp .hxx .inl .ino .ipp .ixx .metal .re .swg .swig .tcc .tpp .txx",
    embeds: "source.c",
    load: () => import('@wooorm/starry-night/source.c++'),
  },
  "source.cairo": {
    flags: "cairo .cairo",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.cairo'),
  },
  "source.camlp4.ocaml": {
    flags: "",
    embeds: "source.ocaml",
    load: () => import('@wooorm/starry-night/source.camlp4.ocaml'),
  },
  "source.clojure": {
    flags: "clojure edn rouge wisp .boot .cl2 .clj .cljc .cljs .cljs.hl .cljscm .cljx .edn .hic .rg .wisp",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.clojure'),
  },
  "source.cmake": {
    flags: "cmake .cmake .cmake.in",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.cmake'),
  },
  "source.cobol": {
    flags: "cobol .cob .cbl .ccp .cobol .cpy",
    embeds: "source.java text.html.basic",
    load: () => import('@wooorm/starry-night/source.cobol'),
  },
  "source.coffee": {
    flags: "coffee coffee-script coffeescript cson emberscript ._coffee .cjsx .coffee .coffee.erb .cson .em .emberscript .iced",
    embeds: "source.js",
    load: () => import('@wooorm/starry-night/source.coffee'),
  },
  "source.crystal": {
    flags: "crystal .cr",
    embeds: "source.c source.c++ source.css source.js source.lua source.shell source.sql text.html.basic",
    load: () => import('@wooorm/starry-night/source.crystal'),
  },
  "source.cs": {
    flags: "beef c# cake cakescript csharp eq uno .bf .cake .cs .cs.pp .csx .eq .linq .uno",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.cs'),
  },
  "source.css": {
    flags: "css .css",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.css'),
  },
  "source.css.less": {
    flags: "less less-css .less",
    embeds: "source.css",
    load: () => import('@wooorm/starry-night/source.css.less'),
  },
  "source.css.scss": {
    flags: "scss .scss",
    embeds: "source.css",
    load: () => import('@wooorm/starry-night/source.css.scss'),
  },
  "source.cuda-c++": {
    flags: "cuda .cu .cuh",
    embeds: "source.c++",
    load: () => import('@wooorm/starry-night/source.cuda-c++'),
  },
  "source.d": {
    flags: "d dlang volt .d .di .volt",
    embeds: "text.html.javadoc",
    load: () => import('@wooorm/starry-night/source.d'),
  },
  "source.dart": {
    flags: "dart .dart",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.dart'),
  },
  "source.diff": {
    flags: "diff udiff .diff .patch",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.diff'),
  },
  "source.ditroff": {
    flags: "",
    embeds: "source.ditroff.desc source.postscript text.html.basic text.roff",
    load: () => import('@wooorm/starry-night/source.ditroff'),
  },
  "source.ditroff.desc": {
    flags: "",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.ditroff.desc'),
  },
  "source.dockerfile": {
    flags: "dockerfile containerfile .dockerfile .containerfile",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.dockerfile'),
  },
  "source.dotenv": {
    flags: "dotenv .env",
    embeds: "source.shell",
    load: () => import('@wooorm/starry-night/source.dotenv'),
  },
  "source.ebnf": {
    flags: "ebnf .ebnf",
    embeds: "source.lex.regexp",
    load: () => import('@wooorm/starry-night/source.ebnf'),
  },
  "source.editorconfig": {
    flags: "editorconfig editor-config .editorconfig",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.editorconfig'),
  },
  "source.elixir": {
    flags: "elixir .ex .exs",
    embeds: "text.elixir text.html.basic",
    load: () => import('@wooorm/starry-night/source.elixir'),
  },
  "source.elm": {
    flags: "elm .elm",
    embeds: "source.glsl",
    load: () => import('@wooorm/starry-night/source.elm'),
  },
  "source.emacs.lisp": {
    flags: "emacs-lisp cask eask elisp emacs .el .emacs .emacs.desktop",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.emacs.lisp'),
  },
  "source.erlang": {
    flags: "erlang .erl .app .app.src .es .escript .hrl .xrl .yrl",
    embeds: "text.md",
    load: () => import('@wooorm/starry-night/source.erlang'),
  },
  "source.fish": {
    flags: "fish .fish",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.fish'),
  },
  "source.fortran": {
    flags: "fortran .f77",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.fortran'),
  },
  "source.fortran.modern": {
    flags: "fortran-free-form .f90 .f03 .f08 .f95",
    embeds: "source.fortran",
    load: () => import('@wooorm/starry-night/source.fortran.modern'),
  },
  "source.fsharp": {
    flags: "f# fsharp .fs .fsi .fsx",
    embeds: "text.md",
    load: () => import('@wooorm/starry-night/source.fsharp'),
  },
  "source.gdscript": {
    flags: "gdscript",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.gdscript'),
  },
  "source.gitignore": {
    flags: "ignore-list ignore gitignore git-ignore .gitignore",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.gitignore'),
  },
  "source.gleam": {
    flags: "gleam .gleam",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.gleam'),
  },
  "source.glsl": {
    flags: "glsl .glsl .fp .frag .frg .fsh .fshader .geo .geom .glslf .glslv .gs .gshader .rchit .rmiss .shader .tesc .tese .vert .vrx .vs .vsh .vshader",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.glsl'),
  },
  "source.gn": {
    flags: "gn .gn .gni",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.gn'),
  },
  "source.gnuplot": {
    flags: "gnuplot .gp .gnu .gnuplot .p .plot .plt",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.gnuplot'),
  },
  "source.go": {
    flags: "go golang .go",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.go'),
  },
  "source.graphql": {
    flags: "graphql .graphql .gql .graphqls",
    embeds: "source.js source.ts source.tsx",
    load: () => import('@wooorm/starry-night/source.graphql'),
  },
  "source.gremlin": {
    flags: "",
    embeds: "text.roff",
    load: () => import('@wooorm/starry-night/source.gremlin'),
  },
  "source.groovy": {
    flags: "groovy .groovy .grt .gtpl .gvy",
    embeds: "text.html.javadoc",
    load: () => import('@wooorm/starry-night/source.groovy'),
  },
  "source.haskell": {
    flags: "c2hs c2hs-haskell dhall frege haskell .chs .dhall .hs .hs-boot .hsc",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.haskell'),
  },
  "source.hcl": {
    flags: "hcl hashicorp-configuration-language opentofu terraform .hcl .nomad .tf .tfvars .tofu .workflow",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.hcl'),
  },
  "source.hcl.terraform": {
    flags: "terraform-template .tftpl",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.hcl.terraform'),
  },
  "source.hlsl": {
    flags: "hlsl .hlsl .cginc .fx .fxh .hlsli",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.hlsl'),
  },
  "source.ideal": {
    flags: "",
    embeds: "source.pic text.roff",
    load: () => import('@wooorm/starry-night/source.ideal'),
  },
  "source.ini": {
    flags: "altium altium-designer conf dosini ini .cnf .container .dof .frm .ini .lektorproject .mount .network .outjob .pcbdoc .prefs .prjpcb .properties .schdoc .service .socket .target .timer .url",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.ini'),
  },
  "source.janet": {
    flags: "janet .janet",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.janet'),
  },
  "source.java": {
    flags: "chuck java unrealscript .ck .jav .java .jsh .uc",
    embeds: "text.html.javadoc",
    load: () => import('@wooorm/starry-night/source.java'),
  },
  "source.java-properties": {
    flags: "java-properties",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.java-properties'),
  },
  "source.js": {
    flags: "cycript javascript javascript+erb js json5 jsonld node qt-script ._js .bones .cjs .cy .es6 .jake .javascript .js .js.erb .jsb .jscad .jsfl .jslib .jsm .json5 .jsonld .jspre .jss .jsx .mjs .njs .pac .sjs .ssjs .xsjs .xsjslib",
    embeds: "source.graphql source.sql text.html.basic",
    load: () => import('@wooorm/starry-night/source.js'),
  },
  "source.json": {
    flags: "ecere-projects geojson ipython-notebook json jsonl jupyter-notebook max max/msp maxmsp oasv2-json oasv3-json sarif topojson .4dform .4dproject .avsc .epj .geojson .gltf .har .ice .ipynb .json .json .json .json-tmlanguage .json.example .jsonl .maxhelp .maxpat .maxproj .mcmeta .mxt .pat .sarif .slnlaunch .tfstate .tfstate.backup .topojson .webapp .webmanifest .yy .yyp .tact",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.json'),
  },
  "source.json.comments": {
    flags: "json-with-comments jsonc .jsonc .code-snippets .code-workspace .hujson .sublime-build .sublime-color-scheme .sublime-commands .sublime-completions .sublime-keymap .sublime-macro .sublime-menu .sublime-mousemap .sublime-project .sublime-settings .sublime-theme .sublime-workspace .sublime_metrics .sublime_session .tsconfig.json",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.json.comments'),
  },
  "source.jsonnet": {
    flags: "jsonnet .jsonnet .libsonnet",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.jsonnet'),
  },
  "source.julia": {
    flags: "julia .jl",
    embeds: "source.c++ source.js source.python source.r source.sql",
    load: () => import('@wooorm/starry-night/source.julia'),
  },
  "source.just": {
    flags: "just justfile .just",
    embeds: "source.js source.perl source.python source.ruby source.shell source.ts",
    load: () => import('@wooorm/starry-night/source.just'),
  },
  "source.kotlin": {
    flags: "gradle-kotlin-dsl kotlin .gradle.kts .kt .ktm .kts",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.kotlin'),
  },
  "source.lean": {
    flags: "lean .lean .hlean",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.lean'),
  },
  "source.lean4": {
    flags: "lean-4 lean4",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.lean4'),
  },
  "source.lex.regexp": {
    flags: "",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.lex.regexp'),
  },
  "source.lilypond": {
    flags: "lilypond .ly .ily",
    embeds: "source.lisp",
    load: () => import('@wooorm/starry-night/source.lilypond'),
  },
  "source.lisp": {
    flags: "gcc-machine-description lfe netlogo newlisp picolisp srecode-template .lfe .nl .nlogo .srt .md",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.lisp'),
  },
  "source.llvm": {
    flags: "llvm .ll",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.llvm'),
  },
  "source.lua": {
    flags: "lua .lua .fcgi .nse .p8 .pd_lua .rbxs .rockspec .wlua",
    embeds: "source.c",
    load: () => import('@wooorm/starry-night/source.lua'),
  },
  "source.makefile": {
    flags: "makefile bsdmake make mf .mak .make .makefile .mk .mkfile",
    embeds: "source.shell",
    load: () => import('@wooorm/starry-night/source.makefile'),
  },
  "source.matlab": {
    flags: "matlab octave .matlab .m",
    embeds: "source.shell",
    load: () => import('@wooorm/starry-night/source.matlab'),
  },
  "source.mdx": {
    flags: "mdx .mdx",
    embeds: "source.tsx",
    load: () => import('@wooorm/starry-night/source.mdx'),
  },
  "source.mermaid": {
    flags: "mermaid mermaid-example .mmd .mermaid",
    embeds: "source.css source.js source.mermaid.c4c-diagram source.mermaid.class-diagram source.mermaid.er-diagram source.mermaid.flowchart source.mermaid.gantt source.mermaid.gitgraph source.mermaid.mindmap source.mermaid.pie-chart source.mermaid.quad-chart source.mermaid.requirement-diagram source.mermaid.sankey source.mermaid.sequence-diagram source.mermaid.state-diagram source.mermaid.timeline source.mermaid.user-journey source.mermaid.zenuml source.yaml text.html.basic",
    load: () => import('@wooorm/starry-night/source.mermaid'),
  },
  "source.mermaid.c4c-diagram": {
    flags: "",
    embeds: "source.mermaid source.mermaid.user-journey source.wsd",
    load: () => import('@wooorm/starry-night/source.mermaid.c4c-diagram'),
  },
  "source.mermaid.class-diagram": {
    flags: "",
    embeds: "source.mermaid source.mermaid.flowchart",
    load: () => import('@wooorm/starry-night/source.mermaid.class-diagram'),
  },
  "source.mermaid.er-diagram": {
    flags: "",
    embeds: "source.mermaid",
    load: () => import('@wooorm/starry-night/source.mermaid.er-diagram'),
  },
  "source.mermaid.flowchart": {
    flags: "",
    embeds: "source.mermaid",
    load: () => import('@wooorm/starry-night/source.mermaid.flowchart'),
  },
  "source.mermaid.gantt": {
    flags: "",
    embeds: "source.mermaid source.mermaid.flowchart",
    load: () => import('@wooorm/starry-night/source.mermaid.gantt'),
  },
  "source.mermaid.gitgraph": {
    flags: "",
    embeds: "source.json source.mermaid",
    load: () => import('@wooorm/starry-night/source.mermaid.gitgraph'),
  },
  "source.mermaid.mindmap": {
    flags: "",
    embeds: "source.mermaid source.mermaid.flowchart",
    load: () => import('@wooorm/starry-night/source.mermaid.mindmap'),
  },
  "source.mermaid.pie-chart": {
    flags: "",
    embeds: "source.mermaid",
    load: () => import('@wooorm/starry-night/source.mermaid.pie-chart'),
  },
  "source.mermaid.quad-chart": {
    flags: "",
    embeds: "source.mermaid",
    load: () => import('@wooorm/starry-night/source.mermaid.quad-chart'),
  },
  "source.mermaid.requirement-diagram": {
    flags: "",
    embeds: "source.mermaid",
    load: () => import('@wooorm/starry-night/source.mermaid.requirement-diagram'),
  },
  "source.mermaid.sankey": {
    flags: "",
    embeds: "source.mermaid",
    load: () => import('@wooorm/starry-night/source.mermaid.sankey'),
  },
  "source.mermaid.sequence-diagram": {
    flags: "",
    embeds: "source.json source.mermaid",
    load: () => import('@wooorm/starry-night/source.mermaid.sequence-diagram'),
  },
  "source.mermaid.state-diagram": {
    flags: "",
    embeds: "source.mermaid",
    load: () => import('@wooorm/starry-night/source.mermaid.state-diagram'),
  },
  "source.mermaid.timeline": {
    flags: "",
    embeds: "source.mermaid",
    load: () => import('@wooorm/starry-night/source.mermaid.timeline'),
  },
  "source.mermaid.user-journey": {
    flags: "",
    embeds: "source.mermaid",
    load: () => import('@wooorm/starry-night/source.mermaid.user-journey'),
  },
  "source.mermaid.zenuml": {
    flags: "",
    embeds: "source.mermaid text.md",
    load: () => import('@wooorm/starry-night/source.mermaid.zenuml'),
  },
  "source.meson": {
    flags: "meson",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.meson'),
  },
  "source.move": {
    flags: "move .move",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.move'),
  },
  "source.nginx": {
    flags: "nginx nginx-configuration-file .nginx .nginxconf",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.nginx'),
  },
  "source.nim": {
    flags: "nim .nim .nim.cfg .nimble .nimrod .nims",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.nim'),
  },
  "source.nix": {
    flags: "nix nixos .nix",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.nix'),
  },
  "source.nushell": {
    flags: "nushell nu-script nushell-script",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.nushell'),
  },
  "source.objc": {
    flags: "objective-c obj-c objc objectivec",
    embeds: "source.c source.objc.platform",
    load: () => import('@wooorm/starry-night/source.objc'),
  },
  "source.objc++": {
    flags: "objective-c++ obj-c++ objc++ objectivec++ .mm",
    embeds: "source.c++ source.objc",
    load: () => import('@wooorm/starry-night/source.objc++'),
  },
  "source.objc.platform": {
    flags: "",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.objc.platform'),
  },
  "source.ocaml": {
    flags: "ocaml .ml .eliom .eliomi .ml4 .mli .mll .mly",
    embeds: "source.camlp4.ocaml",
    load: () => import('@wooorm/starry-night/source.ocaml'),
  },
  "source.odin": {
    flags: "odin odinlang odin-lang",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.odin'),
  },
  "source.pascal": {
    flags: "component-pascal delphi objectpascal pascal .cps .dfm .dpr .lpr .pas .pascal .pp",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.pascal'),
  },
  "source.perl": {
    flags: "perl cperl .pl .cgi .perl .ph .plx .pm .psgi .t",
    embeds: "source.css source.js source.postscript source.sql text.html.basic text.xml",
    load: () => import('@wooorm/starry-night/source.perl'),
  },
  "source.pic": {
    flags: "pic pikchr .pic .chem",
    embeds: "source.shell text.html.basic text.roff text.tex",
    load: () => import('@wooorm/starry-night/source.pic'),
  },
  "source.pony": {
    flags: "pony .pony",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.pony'),
  },
  "source.postcss": {
    flags: "postcss .pcss .postcss",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.postcss'),
  },
  "source.postscript": {
    flags: "postscript postscr .ps .eps .epsi .pfa",
    embeds: "text.xml",
    load: () => import('@wooorm/starry-night/source.postscript'),
  },
  "source.powershell": {
    flags: "powershell posh pwsh .ps1 .psd1 .psm1",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.powershell'),
  },
  "source.prisma": {
    flags: "prisma .prisma",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.prisma'),
  },
  "source.proto": {
    flags: "protocol-buffer proto protobuf protocol-buffers .proto",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.proto'),
  },
  "source.puppet": {
    flags: "puppet",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.puppet'),
  },
  "source.purescript": {
    flags: "purescript .purs",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.purescript'),
  },
  "source.python": {
    flags: "bazel bzl easybuild py py3 python python3 rusthon sage snakefile snakemake starlark xonsh .bzl .eb .gyp .gypi .lmi .py .py3 .pyde .pyi .pyp .pyt .pyw .rpy .sage .sagews .smk .snakefile .spec .tac .wsgi .xpy .xsh",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.python'),
  },
  "source.ql": {
    flags: "codeql ql .ql .qll",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.ql'),
  },
  "source.quoting.raku": {
    flags: "",
    embeds: "source.raku",
    load: () => import('@wooorm/starry-night/source.quoting.raku'),
  },
  "source.r": {
    flags: "r rscript splus .r .rd .rhistory .rsx",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.r'),
  },
  "source.racket": {
    flags: "racket .rkt .rktd .rktl .scrbl",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.racket'),
  },
  "source.raku": {
    flags: "perl-6 perl6 pod-6 raku .6pl .6pm .nqp .p6 .p6l .p6m .pl6 .pm6 .pod .pod6 .raku .rakumod",
    embeds: "source.quoting.raku source.shell",
    load: () => import('@wooorm/starry-night/source.raku'),
  },
  "source.reason": {
    flags: "reason .rei",
    embeds: "source.js",
    load: () => import('@wooorm/starry-night/source.reason'),
  },
  "source.regexp": {
    flags: "regular-expression regexp regex .regexp .regex",
    embeds: "source.regexp.extended source.regexp.posix source.sy",
    load: () => import('@wooorm/starry-night/source.regexp'),
  },
  "source.regexp.extended": {
    flags: "",
    embeds: "source.regexp",
    load: () => import('@wooorm/starry-night/source.regexp.extended'),
  },
  "source.regexp.posix": {
    flags: "",
    embeds: "source.regexp",
    load: () => import('@wooorm/starry-night/source.regexp.posix'),
  },
  "source.regexp.python": {
    flags: "",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.regexp.python'),
  },
  "source.rego": {
    flags: "open-policy-agent .rego",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.rego'),
  },
  "source.roc": {
    flags: "roc .roc",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.roc'),
  },
  "source.ruby": {
    flags: "jruby macruby mirah rake rb rbx ruby .builder .druby .duby .eye .gemspec .god .jbuilder .mirah .mspec .pluginspec .podspec .prawn .rabl .rake .rb .rbi .rbuild .rbw .rbx .ru .ruby .thor .watchr",
    embeds: "source.c source.c++ source.css source.graphql source.js source.lua source.shell source.sql text.html.basic text.xml",
    load: () => import('@wooorm/starry-night/source.ruby'),
  },
  "source.rust": {
    flags: "rust rs .rs .rs.in",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.rust'),
  },
  "source.sass": {
    flags: "sass .sass",
    embeds: "source.css",
    load: () => import('@wooorm/starry-night/source.sass'),
  },
  "source.scala": {
    flags: "scala .scala .kojo .sbt .sc",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.scala'),
  },
  "source.scheme": {
    flags: "scheme .scm .sld .sps .ss",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.scheme'),
  },
  "source.shell": {
    flags: "abuild alpine-abuild apkbuild bash envrc gentoo-ebuild gentoo-eclass openrc openrc-runscript sh shell shell-script tcsh zsh .bash .bats .command .csh .ebuild .eclass .ksh .pacscript .sbatch .sh .sh.in .slurm .tcsh .tmux .tool .zsh .zsh-theme",
    embeds: "source.applescript source.python source.ruby text.html.basic text.md",
    load: () => import('@wooorm/starry-night/source.shell'),
  },
  "source.smalltalk": {
    flags: "smalltalk squeak ston .st .ston",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.smalltalk'),
  },
  "source.solidity": {
    flags: "solidity",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.solidity'),
  },
  "source.sparql": {
    flags: "sparql .sparql .rq",
    embeds: "source.turtle",
    load: () => import('@wooorm/starry-night/source.sparql'),
  },
  "source.sql": {
    flags: "plpgsql sql sqlpl .db2 .ddl .mysql .pgsql .prc .sql .sql .sql .tab .udf .viw",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.sql'),
  },
  "source.stan": {
    flags: "stan .stan",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.stan'),
  },
  "source.stata": {
    flags: "stata .do .ado .doh .ihlp .mata .matah .sthlp",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.stata'),
  },
  "source.stylus": {
    flags: "stylus .styl",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.stylus'),
  },
  "source.svelte": {
    flags: "svelte .svelte",
    embeds: "source.coffee source.css source.css.less source.css.scss source.js source.postcss source.sass source.stylus source.ts",
    load: () => import('@wooorm/starry-night/source.svelte'),
  },
  "source.swift": {
    flags: "swift .swift",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.swift'),
  },
  "source.sy": {
    flags: "",
    embeds: "source.regexp",
    load: () => import('@wooorm/starry-night/source.sy'),
  },
  "source.systemverilog": {
    flags: "systemverilog .sv .svh .vh",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.systemverilog'),
  },
  "source.tcl": {
    flags: "glyph quartus-simulation-ip sdc tcl xdc .adp .glf .sdc .tcl .tcl.in .tm .xdc .sip",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.tcl'),
  },
  "source.terra": {
    flags: "terra",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.terra'),
  },
  "source.toml": {
    flags: "toml .toml .toml.example",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.toml'),
  },
  "source.ts": {
    flags: "typescript ts .ts .cts .mts",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.ts'),
  },
  "source.tsx": {
    flags: "tsx typescriptreact .tsx",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.tsx'),
  },
  "source.turtle": {
    flags: "turtle .ttl",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.turtle'),
  },
  "source.v": {
    flags: "v vlang",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.v'),
  },
  "source.vbnet": {
    flags: "fb freebasic realbasic vb-.net vb.net vbnet vbscript visual-basic visual-basic-.net .bi .rbbas .rbfrm .rbmnu .rbres .rbtbar .rbuistate .vb .vbhtml .vbs",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.vbnet'),
  },
  "source.verilog": {
    flags: "verilog .veo",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.verilog'),
  },
  "source.vhdl": {
    flags: "vhdl .vhdl .vhd .vhf .vhi .vho .vht .vhw .vhs",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.vhdl'),
  },
  "source.viml": {
    flags: "vim-script vim viml nvim vimscript .vim .vimrc .vmb",
    embeds: "text.vim-help",
    load: () => import('@wooorm/starry-night/source.viml'),
  },
  "source.vue": {
    flags: "vue .vue",
    embeds: "source.coffee source.css source.css.less source.css.scss source.graphql source.js source.json source.json.comments source.postcss source.sass source.stylus source.toml source.ts source.tsx source.yaml text.html.basic text.jade",
    load: () => import('@wooorm/starry-night/source.vue'),
  },
  "source.vyper": {
    flags: "vyper .vy",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.vyper'),
  },
  "source.webassembly": {
    flags: "webassembly wast wasm .wast .wat",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.webassembly'),
  },
  "source.wgsl": {
    flags: "wgsl .wgsl",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.wgsl'),
  },
  "source.wsd": {
    flags: "plantuml .puml .iuml .plantuml",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.wsd'),
  },
  "source.x86": {
    flags: "unix-assembly gas gnu-asm unix-asm",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.x86'),
  },
  "source.yaml": {
    flags: "buildstream jar-manifest kaitai-struct ksy lookml oasv2-yaml oasv3-yaml raml unity3d-asset yaml yml .anim .asset .ksy .lkml .lookml .mat .meta .mir .prefab .raml .reek .rviz .sublime-syntax .syntax .unity .yaml-tmlanguage .yaml.sed .yml.mysql",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.yaml'),
  },
  "source.zig": {
    flags: "zig .zig .zig.zon",
    embeds: "",
    load: () => import('@wooorm/starry-night/source.zig'),
  },
  "text.bibtex": {
    flags: "bibtex .bib .bibtex",
    embeds: "",
    load: () => import('@wooorm/starry-night/text.bibtex'),
  },
  "text.codeowners": {
    flags: "codeowners",
    embeds: "",
    load: () => import('@wooorm/starry-night/text.codeowners'),
  },
  "text.elixir": {
    flags: "",
    embeds: "source.elixir",
    load: () => import('@wooorm/starry-night/text.elixir'),
  },
  "text.git-commit": {
    flags: "git-commit commit",
    embeds: "",
    load: () => import('@wooorm/starry-night/text.git-commit'),
  },
  "text.haml": {
    flags: "haml .haml .haml.deface",
    embeds: "source.coffee source.css source.css.scss source.js source.ruby source.sass text.html.php text.md",
    load: () => import('@wooorm/starry-night/text.haml'),
  },
  "text.html.asciidoc": {
    flags: "asciidoc .asciidoc .adoc",
    embeds: "text.html.basic",
    load: () => import('@wooorm/starry-night/text.html.asciidoc'),
  },
  "text.html.basic": {
    flags: "html kit mtml xhtml .hta .htm .html.hl .kit .mtml .xht .xhtml",
    embeds: "source.coffee source.css source.graphql source.js source.python",
    load: () => import('@wooorm/starry-night/text.html.basic'),
  },
  "text.html.erb": {
    flags: "html+erb erb rhtml html+ruby .erb .erb.deface .rhtml",
    embeds: "source.ruby text.html.basic",
    load: () => import('@wooorm/starry-night/text.html.erb'),
  },
  "text.html.handlebars": {
    flags: "handlebars hbs htmlbars .handlebars .hbs",
    embeds: "source.css source.js source.yaml text.html.basic",
    load: () => import('@wooorm/starry-night/text.html.handlebars'),
  },
  "text.html.javadoc": {
    flags: "",
    embeds: "text.html.basic",
    load: () => import('@wooorm/starry-night/text.html.javadoc'),
  },
  "text.html.liquid": {
    flags: "liquid .liquid",
    embeds: "source.css source.js source.json text.html.basic",
    load: () => import('@wooorm/starry-night/text.html.liquid'),
  },
  "text.html.php": {
    flags: "html+php inc php .aw .ctp .php3 .php4 .php5 .phps .phpt .phtml",
    embeds: "source.css source.js source.json source.sql text.html.basic text.xml",
    load: () => import('@wooorm/starry-night/text.html.php'),
  },
  "text.html.twig": {
    flags: "twig .twig",
    embeds: "source.css source.js source.python source.ruby text.html.php",
    load: () => import('@wooorm/starry-night/text.html.twig'),
  },
  "text.jade": {
    flags: "pug .jade .pug",
    embeds: "source.coffee source.css source.css.less source.js source.sass source.stylus text.html.basic",
    load: () => import('@wooorm/starry-night/text.jade'),
  },
  "text.md": {
    flags: "markdown md pandoc rmarkdown .livemd .markdown .mdown .mdwn .mkd .mkdn .mkdown .qmd .rmd .ronn .scd .workbook",
    embeds: "text.html.basic source.yaml",
    load: () => import('@wooorm/starry-night/text.md'),
  },
  "text.python.console": {
    flags: "python-console pycon",
    embeds: "source.python",
    load: () => import('@wooorm/starry-night/text.python.console'),
  },
  "text.restructuredtext": {
    flags: "restructuredtext rst .rst .rest .rest.txt .rst.txt",
    embeds: "source.applescript source.batchfile source.c source.c++ source.coffee source.cs source.css source.ditroff source.erlang source.ini source.java source.js source.json source.objc source.pic source.postscript source.powershell source.python source.regexp source.regexp.python source.ruby source.shell source.stata source.swift source.ts source.yaml text.html.basic text.html.php text.roff text.tex text.tex.latex text.texinfo text.xml",
    load: () => import('@wooorm/starry-night/text.restructuredtext'),
  },
  "text.robots-txt": {
    flags: "robots-exclusion-rules robots robots-txt robotx.txt",
    embeds: "",
    load: () => import('@wooorm/starry-night/text.robots-txt'),
  },
  "text.roff": {
    flags: "groff man man-page man-page manpage mdoc nroff roff roff-manpage troff .1 .1 .1in .1in .1m .1m .1x .1x .2 .2 .3 .3 .3in .3in .3m .3m .3p .3p .3pm .3pm .3qt .3qt .3x .3x .4 .4 .5 .5 .6 .6 .7 .7 .8 .8 .9 .9 .man .man .mdoc .mdoc .me .roff .tmac",
    embeds: "source.css source.ditroff source.gremlin source.ideal source.js source.lilypond source.perl source.pic source.shell text.html.basic",
    load: () => import('@wooorm/starry-night/text.roff'),
  },
  "text.shell-session": {
    flags: "shellsession bash-session console .sh-session",
    embeds: "source.shell",
    load: () => import('@wooorm/starry-night/text.shell-session'),
  },
  "text.slim": {
    flags: "slim .slim",
    embeds: "source.coffee source.css source.css.less source.css.scss source.js source.ruby source.sass text.html.basic text.html.erb text.md",
    load: () => import('@wooorm/starry-night/text.slim'),
  },
  "text.tex": {
    flags: "",
    embeds: "source.r",
    load: () => import('@wooorm/starry-night/text.tex'),
  },
  "text.tex.latex": {
    flags: "tex latex .tex .aux .bbx .cbx .dtx .ins .lbx .ltx .mkii .mkiv .mkvi .sty .toc",
    embeds: "source.java source.python text.tex",
    load: () => import('@wooorm/starry-night/text.tex.latex'),
  },
  "text.texinfo": {
    flags: "texinfo .texinfo .texi .txi",
    embeds: "source.emacs.lisp text.html.basic text.tex.latex text.xml",
    load: () => import('@wooorm/starry-night/text.texinfo'),
  },
  "text.vim-help": {
    flags: "vim-help-file help vimhelp",
    embeds: "source.viml",
    load: () => import('@wooorm/starry-night/text.vim-help'),
  },
  "text.xml": {
    flags: "collada eagle labview rss web-ontology-language wsdl xml xpages xproc xsd .adml .admx .ant .axaml .axml .brd .builds .ccproj .ccxml .clixml .cproject .cscfg .csdef .csproj .ct .dae .depproj .dita .ditamap .ditaval .dll.config .dotsettings .filters .fsproj .fxml .glade .gmx .gpx .grxml .hzp .icls .iml .ivy .jelly .jsproj .kml .launch .lvclass .lvlib .lvproj .mdpolicy .meta4 .mjml .mxml .natvis .ndproj .nproj .nuspec .odd .osm .owl .pkgproj .proj .props .ps1xml .psc1 .pt .pubxml .qhelp .rbxmx .rdf .resx .rss .sch .sch .scxml .sfproj .shproj .slnx .srdf .storyboard .sublime-snippet .targets .tml .ui .urdf .ux .vbproj .vcxproj .vsixmanifest .vssettings .vstemplate .vxml .wixproj .wsdl .wsf .wxi .wxl .wxs .x3d .xacro .xaml .xib .xlf .xliff .xmi .xml .xml.dist .xmp .xpl .xproc .xproj .xsd .xsp-config .xsp.metadata .xspec .xul .zcml",
    embeds: "source.java",
    load: () => import('@wooorm/starry-night/text.xml'),
  },
  "text.xml.svg": {
    flags: "svg .svg",
    embeds: "source.css source.js text.xml",
    load: () => import('@wooorm/starry-night/text.xml.svg'),
  },
};
