//! Scanning codes with the camera, where the browser has a detector of its own.

use gloo::timers::callback::Interval;
use gloo::utils::{document, window};
use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::Callback;

const VIDEO: &str = "#camera";
/// Looks a second: enough to pass phones by, few enough for an old laptop.
const PAUSE_MS: u32 = 350;

/// True where the browser reads QR codes.
pub fn is_there() -> bool {
    Reflect::has(&window(), &"BarcodeDetector".into()).unwrap_or(false)
}

/// A running camera; dropping it ends it.
pub struct Camera {
    stream: JsValue,
    _look: Interval,
}

impl Drop for Camera {
    fn drop(&mut self) {
        let tracks = call(&self.stream, "getTracks", &[]).map(|t| Array::from(&t));
        for track in tracks.iter().flat_map(Array::iter) {
            // A track that is over already is as good as stopped.
            let _ = call(&track, "stop", &[]);
        }
    }
}

fn call(of: &JsValue, name: &str, with: &[JsValue]) -> Result<JsValue, JsValue> {
    let function: Function = Reflect::get(of, &name.into())?.dyn_into()?;
    function.apply(of, &with.iter().collect())
}

async fn awaited(value: JsValue) -> Result<JsValue, JsValue> {
    JsFuture::from(Promise::resolve(&value)).await
}

/// Opens the camera into the page's video; `seen` hears every text, `ready` the camera or that there is none.
pub fn open(seen: Callback<String>, ready: Callback<Option<Camera>>) {
    spawn_local(async move {
        let camera = started(seen).await.ok();
        ready.emit(camera);
    });
}

async fn started(seen: Callback<String>) -> Result<Camera, JsValue> {
    let class: Function = Reflect::get(&window(), &"BarcodeDetector".into())?.dyn_into()?;
    let options = Object::new();
    Reflect::set(&options, &"formats".into(), &Array::of1(&"qr_code".into()))?;
    let detector = Reflect::construct(&class, &Array::of1(&options))?;
    let devices = Reflect::get(&window().navigator(), &"mediaDevices".into())?;
    let facing = Object::new();
    Reflect::set(&facing, &"facingMode".into(), &"environment".into())?;
    let wanted = Object::new();
    Reflect::set(&wanted, &"video".into(), &facing)?;
    let stream = awaited(call(&devices, "getUserMedia", &[wanted.into()])?).await?;
    let video = document().query_selector(VIDEO)?.ok_or(JsValue::NULL)?;
    Reflect::set(&video, &"srcObject".into(), &stream)?;
    awaited(call(&video, "play", &[])?).await?;
    let look = Interval::new(PAUSE_MS, move || {
        let (detector, video, seen) = (detector.clone(), video.clone(), seen.clone());
        spawn_local(async move {
            // A frame that is not there yet is looked at again.
            let Ok(found) = call(&detector, "detect", &[video.into()]) else {
                return;
            };
            let Ok(found) = awaited(found).await else {
                return;
            };
            for code in Array::from(&found).iter() {
                let text = Reflect::get(&code, &"rawValue".into())
                    .ok()
                    .and_then(|t| t.as_string());
                if let Some(text) = text {
                    seen.emit(text);
                }
            }
        });
    });
    Ok(Camera {
        stream,
        _look: look,
    })
}
