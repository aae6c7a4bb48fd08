/* The one place that knows where Vue is. It is the build without a compiler: the policy of the page allows no eval. */
export * from '/webjars/vue/dist/vue.runtime.esm-browser.prod.js';
