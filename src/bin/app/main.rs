//! The page.

#[cfg(target_arch = "wasm32")]
mod x {
    use yew::prelude::*;
    #[component]
    pub fn App() -> Html {
        html! { <p>{"hi"}</p> }
    }
}
fn main() {
    #[cfg(target_arch = "wasm32")]
    yew::Renderer::<x::App>::new().render();
}
