/* Records speech as WAV, 16 kHz and mono: every browser alike, whatever it would record by itself. */
const RATE = 16_000;

/** Starts to record; asks for the microphone first. @returns {stop: () → Blob, drop: () → nothing} */
export async function record() {
  const microphone = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1, echoCancellation: true } });
  const audio = new AudioContext({ sampleRate: RATE });
  await audio.audioWorklet.addModule('/panel/ui/tape-worklet.js');
  const tape = new AudioWorkletNode(audio, 'tape');
  const pieces = [];
  tape.port.onmessage = ({ data }) => pieces.push(data);
  audio.createMediaStreamSource(microphone).connect(tape);
  tape.connect(audio.destination); // it gives silence; what leads nowhere is not run

  async function drop() {
    microphone.getTracks().forEach(track => track.stop());
    await audio.close();
  }

  return { drop, stop: async () => { await drop(); return wav(pieces); } };
}

function wav(pieces) {
  const samples = pieces.reduce((sum, piece) => sum + piece.length, 0);
  const view = new DataView(new ArrayBuffer(44 + samples * 2));
  const text = (at, word) => [...word].forEach((letter, n) => view.setUint8(at + n, letter.charCodeAt(0)));
  text(0, 'RIFF'); view.setUint32(4, 36 + samples * 2, true); text(8, 'WAVEfmt ');
  view.setUint32(16, 16, true); view.setUint16(20, 1, true); view.setUint16(22, 1, true); view.setUint32(24, RATE, true);
  view.setUint32(28, RATE * 2, true); view.setUint16(32, 2, true); view.setUint16(34, 16, true);
  text(36, 'data'); view.setUint32(40, samples * 2, true);
  let at = 44;
  for (const piece of pieces) {
    for (const sample of piece) {
      view.setInt16(at, Math.max(-1, Math.min(1, sample)) * 0x7fff, true);
      at += 2;
    }
  }
  return new Blob([view], { type: 'audio/wav' });
}
