/** Lets TypeScript read `*.module.css`, also before Next has written its own declarations. */
/// <reference types="next/types/global" />
