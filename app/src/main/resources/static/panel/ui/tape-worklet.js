/* Hands on what the microphone hears, piece by piece; runs on the browser's own thread for sound. */
registerProcessor('tape', class extends AudioWorkletProcessor {
  process([input]) {
    if (input[0]) this.port.postMessage(input[0].slice());
    return true;
  }
});
