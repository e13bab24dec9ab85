const notes = [
  { hertz: 659.25, atS: 0 },
  { hertz: 523.25, atS: 0.42 },
]
const ringS = 1.4

/** Two soft bell tones, made on the spot. A browser that forbids sound before a touch stays silent. */
export class Chime {
  #audio: AudioContext | null = null

  ring(): void {
    this.#audio ??= new AudioContext()
    const audio = this.#audio
    if (audio.state === 'suspended') void audio.resume()
    for (const { hertz, atS } of notes) {
      const tone = new OscillatorNode(audio, { frequency: hertz, type: 'sine' })
      const loudness = new GainNode(audio, { gain: 0 })
      const start = audio.currentTime + atS
      loudness.gain.setValueAtTime(0, start)
      loudness.gain.linearRampToValueAtTime(0.5, start + 0.02)
      loudness.gain.exponentialRampToValueAtTime(0.001, start + ringS)
      tone.connect(loudness).connect(audio.destination)
      tone.start(start)
      tone.stop(start + ringS)
    }
  }

  stop(): void {
    void this.#audio?.close()
    this.#audio = null
  }
}
