//! The microphone. A frame has it only where the host page allows it, and a person may still say no.

use crate::texts::texts;
use js_sys::{Array, Reflect, Uint8Array};
use leptos::prelude::{document, window};
use leptos::task::spawn_local;
use send_wrapper::SendWrapper;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AnalyserNode, AudioContext, Blob, BlobEvent, BlobPropertyBag, MediaRecorder,
    MediaRecorderOptions, MediaStream, MediaStreamConstraints, MediaStreamTrack,
};

/// A recording that is under way.
#[derive(Clone)]
pub struct Recorder(SendWrapper<Rc<Inside>>);

struct Inside {
    recorder: MediaRecorder,
    stream: MediaStream,
    level: Option<(AudioContext, AnalyserNode)>,
    parts: Rc<RefCell<Vec<Blob>>>,
}

/// What a browser records, the best first: what needs no new wrapping, what can be wrapped anew, and the rest.
const TYPES: [&str; 3] = [
    "audio/ogg;codecs=opus",
    "audio/webm;codecs=opus",
    "audio/mp4",
];

/// Asks for the microphone and begins.
pub fn record(then: impl FnOnce(Result<Recorder, String>) + 'static) {
    spawn_local(async move { then(begin().await.map_err(|error| reason(&error))) });
}

async fn begin() -> Result<Recorder, JsValue> {
    let wanted = MediaStreamConstraints::new();
    let one_channel = js_sys::Object::new();
    Reflect::set(&one_channel, &"channelCount".into(), &1.into())?;
    wanted.set_audio(&one_channel);
    let devices = window().navigator().media_devices()?;
    if devices.is_undefined() {
        return Err(JsValue::NULL);
    }
    let stream = JsFuture::from(devices.get_user_media_with_constraints(&wanted)?).await?;
    let stream: MediaStream = stream.dyn_into()?;
    let options = MediaRecorderOptions::new();
    if let Some(known) = TYPES
        .iter()
        .find(|known| MediaRecorder::is_type_supported(known))
    {
        options.set_mime_type(known);
    }
    options.set_audio_bits_per_second(32_000);
    let recorder =
        MediaRecorder::new_with_media_stream_and_media_recorder_options(&stream, &options)?;
    let parts = Rc::new(RefCell::new(Vec::new()));
    let kept = parts.clone();
    let more = Closure::<dyn Fn(BlobEvent)>::new(move |event: BlobEvent| {
        kept.borrow_mut().extend(event.data());
    });
    recorder.set_ondataavailable(Some(more.into_js_value().unchecked_ref()));
    recorder.start_with_time_slice(1000)?;
    let level = listen(&stream).ok();
    Ok(Recorder(SendWrapper::new(Rc::new(Inside {
        recorder,
        stream,
        level,
        parts,
    }))))
}

fn listen(stream: &MediaStream) -> Result<(AudioContext, AnalyserNode), JsValue> {
    let context = AudioContext::new()?;
    let analyser = context.create_analyser()?;
    analyser.set_fft_size(256);
    context
        .create_media_stream_source(stream)?
        .connect_with_audio_node(&analyser)?;
    Ok((context, analyser))
}

/// Why there is no microphone, in words.
fn reason(error: &JsValue) -> String {
    let name = Reflect::get(error, &"name".into())
        .ok()
        .and_then(|name| name.as_string())
        .unwrap_or_default();
    match name.as_str() {
        "NotAllowedError" if !is_allowed_here() => texts().voice_host(),
        "NotAllowedError" => texts().voice_denied(),
        "NotFoundError" => texts().voice_no_microphone(),
        "NotReadableError" => texts().voice_busy(),
        _ => texts().voice_unable(),
    }
    .to_owned()
}

/// By the policy of the pages around this one, where the browser tells.
fn is_allowed_here() -> bool {
    let policy = Reflect::get(&document(), &"featurePolicy".into()).unwrap_or_default();
    let asks = Reflect::get(&policy, &"allowsFeature".into()).unwrap_or_default();
    asks.dyn_into::<js_sys::Function>()
        .ok()
        .and_then(|asks| asks.call1(&policy, &"microphone".into()).ok())
        .and_then(|answer| answer.as_bool())
        .unwrap_or(true)
}

impl Recorder {
    /// How loud it is, from 0 to 100.
    pub fn level(&self) -> u8 {
        let Some((_, analyser)) = &self.0.level else {
            return 0;
        };
        let mut wave = [128; 256];
        analyser.get_byte_time_domain_data(&mut wave);
        let peak = wave.iter().map(|at| at.abs_diff(128)).max();
        (f32::from(peak.unwrap_or_default()) / 1.28) as u8
    }

    /// Ends it and gives the bytes with their type.
    pub fn stop(&self, then: impl FnOnce(Vec<u8>, String) + 'static) {
        let inside = self.0.clone();
        let ended = Closure::once_into_js(move |_: JsValue| {
            let kind = inside.recorder.mime_type();
            let parts: Array = inside.parts.borrow().iter().collect();
            let bag = BlobPropertyBag::new();
            bag.set_type(&kind);
            let whole = Blob::new_with_blob_sequence_and_options(&parts, &bag);
            spawn_local(async move {
                let Ok(whole) = whole else { return };
                if let Ok(buffer) = JsFuture::from(whole.array_buffer()).await {
                    then(Uint8Array::new(&buffer).to_vec(), kind);
                }
            });
        });
        self.0.recorder.set_onstop(Some(ended.unchecked_ref()));
        self.end();
    }

    /// Ends it and lets the microphone go.
    pub fn end(&self) {
        let _ = self.0.recorder.stop();
        for track in self.0.stream.get_tracks().iter() {
            track.unchecked_into::<MediaStreamTrack>().stop();
        }
        if let Some((context, _)) = &self.0.level {
            let _ = context.close();
        }
    }
}
